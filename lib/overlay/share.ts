const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;

/**
 * `next`, with every part that equals the same part of `last` replaced by it: views that read an unchanged part see
 * the very same object and stay as they are. Elements and other class instances are compared by identity.
 */
export function share<T>(last: unknown, next: T): T {
  if (Object.is(last, next)) return next;
  if (Array.isArray(last) && Array.isArray(next)) {
    const parts = next.map((part, index) => share(last[index], part));
    const isSame = parts.length === last.length && parts.every((part, index) => Object.is(part, last[index]));
    return (isSame ? last : parts) as T;
  }
  if (!isPlain(last) || !isPlain(next)) return next;
  const names = Object.keys(next);
  const parts = Object.fromEntries(names.map((name) => [name, share(last[name], next[name])]));
  const isSame =
    names.length === Object.keys(last).length && names.every((name) => Object.is(parts[name], last[name]));
  // safe because: the parts are those of `next`, or equal ones of `last`.
  return (isSame ? last : parts) as T;
}
