const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const UNITS: readonly [unit: string, ms: number][] = [
  ["d", DAY],
  ["h", HOUR],
  ["min", MINUTE],
  ["s", SECOND],
];

/** The span in its largest unit, and what is left of it in the next. */
function parts(ms: number): string[] {
  const length = Math.max(0, ms);
  const place = UNITS.findIndex(([, size]) => length >= size);
  const [unit, size] = UNITS[place] ?? ["s", SECOND];
  const first = `${Math.floor(length / size)} ${unit}`;
  const next = UNITS[place + 1];
  const rest = next && size > MINUTE ? Math.floor((length % size) / next[1]) : 0;
  return next && rest > 0 ? [first, `${rest} ${next[0]}`] : [first];
}

/** A span in at most two units: "45 s", "12 min", "1 h 5 min", "3 d 4 h". Negative spans are none. */
export const span = (ms: number): string => parts(ms).join(" ");

/** The same to the minute, for what need not change each second: "12 min", "under 1 min". */
export const minutes = (ms: number): string => (ms < MINUTE ? "under 1 min" : span(ms));

/** How long ago, in one unit: "just now", "2 min ago", "3 h ago", "5 d ago". */
export const ago = (ms: number): string => (ms < MINUTE ? "just now" : `${parts(ms)[0] ?? ""} ago`);

/** What is left, counted down: "4:12" within the hour, else as a span. */
export function countdown(ms: number): string {
  if (ms >= HOUR) return span(ms);
  const seconds = Math.max(0, Math.ceil(ms / SECOND));
  return seconds >= 3_600
    ? span(HOUR)
    : `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** Making a format costs a hundred times what using it does, and that ten times what a look into a table does. */
const formats = new Map<string, Intl.DateTimeFormat>();
const written = new Map<string, string>();
/** A list of timers says the same few hundred instants again each second. */
const WRITTEN = 2_000;

/** An instant with its hour and minute, in the browser's own form. */
function write(at: number, options: Intl.DateTimeFormatOptions): string {
  const { weekday = "", day = "", month = "", timeZone = "" } = options;
  const name = `${weekday} ${day} ${month} ${timeZone}`;
  const key = `${at} ${name}`;
  const known = written.get(key);
  if (known !== undefined) return known;
  const format =
    formats.get(name) ??
    new Intl.DateTimeFormat(undefined, { hour: "numeric", minute: "2-digit", ...options });
  formats.set(name, format);
  if (written.size >= WRITTEN) written.clear();
  const text = format.format(at);
  written.set(key, text);
  return text;
}

/** An instant within a week, in the browser's own form: "Mon 09:05". */
export const weekTime = (at: number, timeZone?: string): string => write(at, { weekday: "short", timeZone });

const dateOf = (at: number): string => new Date(at).toDateString();

/** An instant to come in as few words as say it: the hour today, the weekday within six days, else the date. */
export function dayTime(at: number, now: number): string {
  if (dateOf(at) === dateOf(now)) return write(at, {});
  return Math.abs(at - now) < 6 * DAY
    ? write(at, { weekday: "short" })
    : write(at, { day: "numeric", month: "short" });
}
