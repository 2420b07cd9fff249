const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A span in at most two units: "45 s", "12 min", "1 h 5 min", "3 d 4 h". Negative spans are none. */
export function span(ms: number): string {
  const length = Math.max(0, ms);
  if (length < MINUTE) return `${Math.floor(length / 1_000)} s`;
  if (length < HOUR) return `${Math.floor(length / MINUTE)} min`;
  const [big, small, unit, rest] = length < DAY ? [HOUR, MINUTE, "h", "min"] : [DAY, HOUR, "d", "h"];
  const remainder = Math.floor((length % Number(big)) / Number(small));
  return `${Math.floor(length / Number(big))} ${unit}${remainder > 0 ? ` ${remainder} ${rest}` : ""}`;
}

/** How long ago, in one unit: "just now", "2 min ago", "3 h ago", "5 d ago". */
export function ago(ms: number): string {
  if (ms < MINUTE) return "just now";
  return `${span(ms).split(" ").slice(0, 2).join(" ")} ago`;
}
