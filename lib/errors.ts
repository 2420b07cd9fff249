/** A failure that a person can act on: a stable code, and a sentence to show. */
export class RungError extends Error {
  override readonly name: string = "RungError";
  readonly code: string;
  /** The input's field to its sentence, where there is one. */
  readonly fields: Record<string, string>;

  constructor(code: string, sentence: string, fields: Record<string, string> = {}) {
    super(sentence);
    this.code = code;
    this.fields = fields;
  }
}

/** The sentence of anything that was thrown. */
export const sentenceOf = (thrown: unknown): string =>
  thrown instanceof Error ? thrown.message : String(thrown);
