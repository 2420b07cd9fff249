/** A language's own words for days, months and halves of the day, as Intl knows them; nothing is typed in here. */
export interface TimeWords {
  today: string;
  yesterday: string;
  weekdays: ReadonlyMap<string, number>;
  months: ReadonlyMap<string, number>;
  am: readonly string[];
  pm: readonly string[];
  /** What stands between hours and minutes besides a colon. */
  separator: string;
  /** The order of day, month and year in a date of numbers. */
  order: readonly ("day" | "month" | "year")[];
}

const DAY = 86_400_000;
/** A Sunday, and the first of January of its year. */
const SUNDAY = Date.UTC(2023, 0, 1);

const cache = new Map<string, TimeWords>();

/** Lower case without commas, and without full stops except between digits. */
export const plain = (text: string): string =>
  text.toLocaleLowerCase("en").replace(/[,،]|\.(?!\d)|(?<!\d)\./g, "");

function wordsIn(language: string): TimeWords {
  const write = (at: number, options: Intl.DateTimeFormatOptions) =>
    plain(new Intl.DateTimeFormat(language, { ...options, timeZone: "UTC" }).format(at));
  const weekdays = new Map<string, number>();
  for (let day = 0; day < 7; day++)
    for (const weekday of ["long", "short"] as const)
      weekdays.set(write(SUNDAY + day * DAY, { weekday }), day);
  const months = new Map<string, number>();
  for (let month = 0; month < 12; month++)
    for (const style of ["long", "short"] as const) {
      const at = Date.UTC(2023, month, 15);
      months.set(write(at, { month: style }), month);
      const inDate = new Intl.DateTimeFormat(language, { month: style, day: "numeric", timeZone: "UTC" });
      const name = inDate.formatToParts(at).find(({ type }) => type === "month")?.value;
      if (name) months.set(plain(name), month);
    }
  const half = (hour: number) =>
    new Intl.DateTimeFormat(language, { hour: "numeric", hour12: true, timeZone: "UTC" })
      .formatToParts(SUNDAY + hour * 3_600_000)
      .flatMap(({ type, value }) => (type === "dayPeriod" ? [plain(value)] : []));
  const relative = new Intl.RelativeTimeFormat(language, { numeric: "auto" });
  const order = new Intl.DateTimeFormat(language, { year: "numeric", month: "numeric", day: "numeric" })
    .formatToParts(SUNDAY)
    .flatMap(({ type }) => (type === "day" || type === "month" || type === "year" ? [type] : []));
  const separator =
    new Intl.DateTimeFormat(language, { hour: "numeric", minute: "numeric", hour12: false, timeZone: "UTC" })
      .formatToParts(SUNDAY)
      .find(({ type }) => type === "literal")?.value ?? ":";
  return {
    today: plain(relative.format(0, "day")),
    yesterday: plain(relative.format(-1, "day")),
    weekdays,
    months,
    am: [...half(9), "am"],
    pm: [...half(15), "pm"],
    separator,
    order,
  };
}

/** The words of a language; of English where Intl does not know it. */
export function timeWords(language: string): TimeWords {
  const known = cache.get(language);
  if (known) return known;
  const isKnown = /^[a-z]{2,3}(?:-\w+)*$/i.test(language);
  const words = wordsIn(isKnown ? language : "en");
  cache.set(language, words);
  return words;
}
