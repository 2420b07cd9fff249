import type { Wanted } from "#lib/spend/decode.ts";

/** What is said of a file that is no text; apart, so that a page that only decodes does not carry the reader. */
export const SALES_FILE: Wanted = {
  again: "Save the list of sales as “CSV UTF-8” and import that file.",
  utf16: "This is UTF-16 text, not UTF-8.",
};
