/** What was said from an instant (epoch ms) on, until the next version. */
export interface Version<Value> {
  from: number;
  value: Value;
}

/** All versions of hours, targets or definitions, oldest first; there is always one. */
export type History<Value> = readonly [Version<Value>, ...Version<Value>[]];

/** The version in force at an instant; before the first, the first. */
export const inForce = <Value>(history: History<Value>, at: number): Value =>
  (history.findLast(({ from }) => from <= at) ?? history[0]).value;

/** The version that was said last. */
export const newest = <Value>(history: History<Value>): Value => (history.at(-1) ?? history[0]).value;

/**
 * The history with one more version, from an instant on. What holds already is said again without a new version; where
 * nobody had said anything, the default held until then.
 */
export function withVersion<Value>(
  history: History<Value> | null,
  byDefault: Value,
  value: Value,
  at: number,
): History<Value> {
  const known: History<Value> = history ?? [{ from: 0, value: byDefault }];
  if (JSON.stringify(newest(known)) === JSON.stringify(value)) return known;
  const last = known.at(-1)?.from ?? 0;
  return [known[0], ...known.slice(1), { from: Math.max(at, last + 1), value }];
}

/** The same versions of something made from each, as calendars from hours. */
export function mapHistory<Value, Made>(
  [first, ...rest]: History<Value>,
  make: (value: Value) => Made,
): History<Made> {
  const made = ({ from, value }: Version<Value>): Version<Made> => ({ from, value: make(value) });
  return [made(first), ...rest.map(made)];
}
