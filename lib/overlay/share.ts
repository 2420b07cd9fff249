const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;

type Fields = Record<string, unknown>;

function shareList(last: readonly unknown[], next: readonly unknown[]): readonly unknown[] {
  const parts = next.map((part, index) => share(last[index], part));
  const isSame = parts.length === last.length && parts.every((part, index) => Object.is(part, last[index]));
  return isSame ? last : parts;
}

/** Asked for each row and message of a page: nothing is made before a part differs. */
function shareFields(last: Fields, next: Fields): Fields {
  let parts: Fields | null = null;
  let isSame = true;
  let count = 0;
  for (const name in next) {
    const part = share(last[name], next[name]);
    count += 1;
    isSame &&= name in last && Object.is(part, last[name]);
    if (!Object.is(part, next[name])) (parts ??= { ...next })[name] = part;
  }
  return isSame && count === Object.keys(last).length ? last : (parts ?? next);
}

/**
 * `next`, with every part that equals the same part of `last` replaced by it: views that read an unchanged part see
 * the very same object and stay as they are. Elements and other class instances are compared by identity.
 */
export function share<T>(last: unknown, next: T): T {
  if (Object.is(last, next)) return next;
  // safe because: the parts are those of `next`, or equal ones of `last`.
  if (Array.isArray(last) && Array.isArray(next)) return shareList(last, next) as T;
  if (isPlain(last) && isPlain(next)) return shareFields(last, next) as T;
  return next;
}
