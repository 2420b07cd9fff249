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

/** The same versions of something made from each, as calendars from hours. */
export function mapHistory<Value, Made>(
  [first, ...rest]: History<Value>,
  make: (value: Value) => Made,
): History<Made> {
  const made = ({ from, value }: Version<Value>): Version<Made> => ({ from, value: make(value) });
  return [made(first), ...rest.map(made)];
}
