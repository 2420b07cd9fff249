/** A file's text, or why it is none. `damaged` says that characters were lost before it got here. */
export type Decoded = { ok: true; text: string; damaged: boolean } | { ok: false; reason: string };

const MOST_BYTES = 64 * 1024 * 1024;

/** What a refusal says of the file that was wanted: how it is had, and what one in UTF-16 probably is. */
export interface Wanted {
  again: string;
  utf16: string;
}

const EXPORT: Wanted = {
  again: "In Ads Manager or Ads Reporting choose Export, then CSV, and import that file unopened.",
  utf16: "This is UTF-16 text, as Ads Manager's template for bulk edits is, not a report.",
};

/** First bytes of what people pick by mistake. */
const SIGNATURES: [start: number[], what: string][] = [
  [[0x50, 0x4b, 0x03, 0x04], "an Excel workbook or a zip file"],
  [[0xd0, 0xcf, 0x11, 0xe0], "an old Excel workbook"],
  [[0x1f, 0x8b], "a compressed file"],
  [[0x25, 0x50, 0x44, 0x46], "a PDF"],
];

/** The text of a file without its byte order mark; everything that is no UTF-8 text is refused with what it is. */
export function decode(csv: string | Uint8Array, { again, utf16 }: Wanted = EXPORT): Decoded {
  const refuse = (reason: string): Decoded => ({ ok: false, reason: `${reason} ${again}` });
  const kind = SIGNATURES.find(([start]) => startsWith(csv, start))?.[1];
  if (kind !== undefined) return refuse(`This is ${kind}, not a CSV file.`);
  if (csv.length > MOST_BYTES)
    return { ok: false, reason: "This file is larger than 64 MB. Export a shorter period." };
  if (isUtf16(csv)) return refuse(utf16);
  const text = typeof csv === "string" ? csv : utf8(csv);
  if (text === null) return refuse("This text is not UTF-8: another program has saved it.");
  if (text.includes("\0")) return refuse("This file is not text.");
  if (/^\s*</.test(text)) return refuse("This is a web page, not a CSV file.");
  if (text.trim() === "") return refuse("This file is empty.");
  return {
    ok: true,
    text: text.replace(/^\ufeff/, ""),
    damaged: typeof csv === "string" && text.includes("\ufffd"),
  };
}

const unitAt = (csv: string | Uint8Array, index: number): number | undefined =>
  typeof csv === "string" ? csv.charCodeAt(index) : csv[index];

/** Of a file that was read as text only marks in ASCII are still there. */
const startsWith = (csv: string | Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, index) => unitAt(csv, index) === byte);

/** By its mark, which reads as two replacement characters in UTF-8, or by a NUL at every other place. */
function isUtf16(csv: string | Uint8Array): boolean {
  const marks = [
    [0xff, 0xfe],
    [0xfe, 0xff],
    [0xfffd, 0xfffd],
  ];
  if (marks.some((mark) => startsWith(csv, mark))) return true;
  const [a, b, c, d] = [0, 1, 2, 3].map((index) => unitAt(csv, index));
  return (a === 0 && b !== 0 && c === 0 && d !== 0) || (a !== 0 && b === 0 && c !== 0 && d === 0);
}

function utf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
