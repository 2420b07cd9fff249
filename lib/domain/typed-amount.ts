import { exponentOf, isCurrency } from "./currency.ts";

type TypedProblem =
  | "empty"
  | "not_a_number"
  | "ambiguous"
  | "too_precise"
  | "negative"
  | "too_large"
  | "other_currency";

/** What was typed as an amount: whole minor units, or why it is none, in a sentence that says what to type. */
export type Typed =
  | { ok: true; amountMinor: number }
  | { ok: false; problem: TypedProblem; sentence: string };

/** The zeros of the decimal digits that people type: Arabic, Persian, Devanagari, Bengali, Thai, full width. */
const ZEROS = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0xff10];

const BIDI = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
/** Grouping and nothing else: spaces, apostrophes, the Arabic thousands mark. */
const GROUP_MARKS = /['’\u066c\s]/gu;
const WESTERN = /^\d{1,3}(?:_\d{3})+$/;
const INDIAN = /^\d{1,2}(?:_\d{2})+_\d{3}$/;

/**
 * Reads what a person typed as an amount of one currency: "85", "85.50", "1.234,50", "١٢٣٫٥٠", with or without the
 * currency's own sign. What can be read in two ways is refused, never guessed; majorText writes what is read back. Throws InvalidInput for an unknown
 * currency.
 */
export function parseTyped(text: string, currency: string): Typed {
  const exponent = exponentOf(currency);
  const plain = westernDigits(text.replace(BIDI, "")).trim();
  if (plain === "") return refuse("empty", "Type an amount, like 85 or 85.50.");
  if (/^[-−(]|[-−]$/u.test(plain)) return refuse("negative", "An amount cannot be below zero.");
  const bare = withoutSign(plain, currency);
  if (bare === null)
    return refuse("other_currency", `This amount is in ${currency}: choose the other currency first.`);
  const parts = split(bare, exponent);
  if (parts === "ambiguous")
    return refuse(
      "ambiguous",
      `“${bare}” can be read in two ways. Leave out the mark between thousands, or write the decimals after a point.`,
    );
  if (parts === null)
    return refuse("not_a_number", `“${shown(plain)}” is no amount. Type one like 85 or 85.50.`);
  return inMinor(parts, exponent, currency);
}

const refuse = (problem: TypedProblem, sentence: string): Typed => ({ ok: false, problem, sentence });
const shown = (text: string): string => (text.length > 30 ? `${text.slice(0, 30)}…` : text);

const westernDigits = (text: string): string =>
  text.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    const zero = ZEROS.find((first) => first <= code && code < first + 10);
    return zero === undefined ? digit : String(code - zero);
  });

/** The amount without a sign or code of its own currency at either end; null where it names another currency. */
function withoutSign(text: string, currency: string): string | null {
  const [sign = ""] = /^\p{Sc}|\p{Sc}$|^[A-Za-z]{1,3}\p{Sc}?|[A-Za-z]{3}$/u.exec(text) ?? [];
  if (sign === "") return text;
  if (signsOf(currency).has(sign.toUpperCase())) return text.replace(sign, "").trim();
  return /\p{Sc}/u.test(sign) || isCurrency(sign.toUpperCase()) ? null : text;
}

const signsOf = (currency: string): Set<string> =>
  new Set([
    currency,
    ...["en", "en-001"].flatMap((locale) =>
      (["symbol", "narrowSymbol"] as const).flatMap((currencyDisplay) =>
        new Intl.NumberFormat(locale, { style: "currency", currency, currencyDisplay })
          .formatToParts(0)
          .filter(({ type }) => type === "currency")
          .map(({ value }) => value.toUpperCase()),
      ),
    ),
  ]);

interface Parts {
  whole: string;
  fraction: string;
}

/** Whole and fraction of a number with any marks; null where it is none. Three decimals stand behind their own point. */
function split(text: string, exponent: number): Parts | "ambiguous" | null {
  const marked = text.replace(/،/gu, ",").replace(GROUP_MARKS, "_");
  if (!/^\d+(?:[_.,\u066b]\d+)*$/u.test(marked)) return null;
  const marks = marked.replace(/\d/g, "");
  const last = marks.at(-1);
  if (last === undefined) return { whole: marked, fraction: "" };
  const kinds = new Set(marks);
  const cut = marked.lastIndexOf(last);
  const [before, after] = [marked.slice(0, cut), marked.slice(cut + 1)];
  const isSingle = marks.length === 1 && (last === "." || last === ",");
  const isOwnPoint = exponent === 3 && last === ".";
  if (isSingle && !isOwnPoint && after.length === 3 && /^[1-9]\d{0,2}$/.test(before))
    return exponent === 0 ? grouped(marked) : "ambiguous";
  if (isSingle) return { whole: before, fraction: after };
  if (kinds.size === 1) return last === "\u066b" ? single(before, after) : grouped(marked);
  const isDecimal = last !== "_" && kinds.size === 2 && !marks.slice(0, -1).includes(last);
  const whole = isDecimal ? grouped(before) : null;
  return whole && { ...whole, fraction: after };
}

const single = (before: string, after: string): Parts | null =>
  /^\d+$/.test(before) ? { whole: before, fraction: after } : null;

function grouped(text: string): Parts | null {
  const marked = text.replace(/[.,]/g, "_");
  const isGrouped = WESTERN.test(marked) || (text.includes(",") && INDIAN.test(marked));
  return isGrouped ? { whole: marked.replaceAll("_", ""), fraction: "" } : null;
}

function inMinor({ whole, fraction }: Parts, exponent: number, currency: string): Typed {
  if (/[1-9]/.test(fraction.slice(exponent)))
    return refuse(
      "too_precise",
      exponent === 0 ? `${currency} has no decimals.` : `${currency} has ${exponent} decimals at most.`,
    );
  const minor = BigInt(whole + fraction.slice(0, exponent).padEnd(exponent, "0"));
  return minor > BigInt(Number.MAX_SAFE_INTEGER)
    ? refuse("too_large", "This amount is too large to be counted.")
    : { ok: true, amountMinor: Number(minor) };
}
