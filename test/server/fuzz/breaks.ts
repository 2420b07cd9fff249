import fc from "fast-check";

const deep = (open: string, close: string, levels: number): unknown =>
  JSON.parse(open.repeat(levels) + close.repeat(levels));

/** What nobody expects where a value stands. */
const NASTY: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    "",
    "\0",
    "a\0b",
    "\ud800",
    "\udc00\ud800",
    " ",
    "\u202e\u2066\ufeff",
    "💣".repeat(300),
    "x".repeat(70_000),
    "%00",
    "' or 1=1; --",
    "${7*7}",
    "__proto__",
    "../../etc/passwd",
    "2026-02-30",
    "0000-00-00",
    "NaN",
  ),
  fc.constantFrom<unknown>(
    0,
    -0,
    -1,
    0.1,
    1e308,
    -1e308,
    2 ** 31,
    2 ** 53,
    2 ** 63,
    Number.MIN_VALUE,
    7_258_118_400_001,
  ),
  fc.constantFrom<unknown>(
    [],
    {},
    [[]],
    [null],
    deep("[", "]", 3_000),
    JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":1}}'),
    Array.from({ length: 600 }, (_, n) => n),
    Object.fromEntries(Array.from({ length: 600 }, (_, n) => [`k${n}`, n])),
  ),
  fc.jsonValue({ maxDepth: 3 }),
);

/** Puts something else in the place of one part of a value, takes it away, or puts something beside it. */
function breakOne(value: unknown, pick: number, nasty: unknown, how: "replace" | "drop" | "add"): unknown {
  if (typeof value !== "object" || value === null) return nasty;
  const entries = Object.entries(value);
  if (entries.length === 0 || pick % 7 === 0)
    return how === "add" ? { ...value, [`extra${pick}`]: nasty } : nasty;
  const place = pick % entries.length;
  const changed = entries.flatMap(([name, part], n): [string, unknown][] => {
    if (n !== place) return [[name, part]];
    const goesDeeper = typeof part === "object" && part !== null && (pick >> 4) % 4 !== 0;
    if (goesDeeper) return [[name, breakOne(part, pick >> 3, nasty, how)]];
    return how === "drop" ? [] : [[name, nasty]];
  });
  return Array.isArray(value) ? changed.map(([, part]) => part) : Object.fromEntries(changed);
}

/** The same values, each with one to three parts broken. */
export const broken = (values: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc
    .tuple(
      values,
      fc.array(fc.tuple(fc.nat(), NASTY, fc.constantFrom("replace", "replace", "drop", "add")), {
        minLength: 1,
        maxLength: 3,
      }),
    )
    .map(([value, breaks]) =>
      breaks.reduce<unknown>((so, [pick, nasty, how]) => breakOne(so, pick, nasty, how), value),
    );

/** The same bytes, cut, doubled, or with bytes in them that are no UTF-8. */
export const spoiled = (bytes: fc.Arbitrary<Uint8Array>): fc.Arbitrary<Uint8Array> =>
  fc
    .tuple(bytes, fc.nat(), fc.constantFrom("cut", "twice", "bytes", "nul", "utf16"))
    .map(([whole, pick, how]) => {
      const place = pick % (whole.length + 1);
      const insert = (...add: number[]) =>
        Uint8Array.from([...whole.subarray(0, place), ...add, ...whole.subarray(place)]);
      switch (how) {
        case "cut":
          return whole.subarray(0, place);
        case "twice":
          return Uint8Array.from([...whole, ...whole]);
        case "bytes":
          return insert(0xff, 0xc0, 0x80, 0xed, 0xa0, 0x80);
        case "nul":
          return insert(0);
        default:
          return Uint8Array.from([0xff, 0xfe, ...[...whole].flatMap((byte) => [byte, 0])]);
      }
    });
