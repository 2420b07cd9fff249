/** A failure that the caller can act on: a stable code, a sentence, and the HTTP status it becomes. */
export class ServerError extends Error {
  override readonly name: string = "ServerError";
  readonly status: 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 429 | 503;
  readonly code: string;
  /** The input's field to its sentence. */
  readonly fields: Record<string, string> | undefined;
  /** What the caller needs beside the error, at the top of the answer. */
  readonly beside: Record<string, unknown>;

  constructor(
    status: ServerError["status"],
    code: string,
    sentence: string,
    more: { fields?: Record<string, string>; beside?: Record<string, unknown> } = {},
  ) {
    super(sentence);
    this.status = status;
    this.code = code;
    this.fields = more.fields;
    this.beside = more.beside ?? {};
  }
}

/** The input cannot be used; every field that is wrong has its sentence. */
export class InvalidRequest extends ServerError {
  constructor(fields: Record<string, string>, sentence = sentenceOfFields(fields)) {
    super(400, "invalid_input", sentence, { fields });
  }
}

/** No token, or one that opens nothing. The codes are told apart: a revoked device goes on alone. */
export class Unauthorized extends ServerError {
  constructor(code: keyof typeof UNAUTHORIZED) {
    super(401, code, UNAUTHORIZED[code]);
  }
}

const UNAUTHORIZED = {
  token_missing: "This address needs a token: pair this device first.",
  token_unknown: "This token is not known here: pair this device again.",
  token_revoked: "This device was unpaired: ask an administrator for a new pairing code.",
  token_expired: "This device was away for too long: ask an administrator for a new pairing code.",
} as const;

/** The role does not allow it. */
export class Forbidden extends ServerError {
  constructor(sentence: string, code = "forbidden") {
    super(403, code, sentence);
  }
}

/** Nothing of that name here. */
export class NotFound extends ServerError {
  constructor(sentence: string, code = "not_found") {
    super(404, code, sentence);
  }
}

/** What is stored stands against it. */
export class Conflict extends ServerError {
  constructor(code: string, sentence: string, beside: Record<string, unknown> = {}) {
    super(409, code, sentence, { beside });
  }
}

const sentenceOfFields = (fields: Record<string, string>): string =>
  Object.entries(fields)
    .map(([field, sentence]) => (field === "" ? sentence : `${field}: ${sentence}`))
    .join("; ") || "The request cannot be used.";
