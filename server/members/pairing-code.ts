import { createHash, randomBytes } from "node:crypto";

/** Crockford's base 32: no I, L, O or U. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const SELECTOR_LENGTH = 4;
const SECRET_LENGTH = 10;

export const PAIRING_LIFE_MS = 10 * 60_000;
export const PAIRING_TRIES = 5;

/** A code in two parts: the selector names the pairing, the secret (50 random bits) opens it. */
export interface Code {
  selector: string;
  secret: string;
}

/** 256 is a multiple of 32, so every character is equally likely. */
const randomText = (length: number): string =>
  [...randomBytes(length)].map((byte) => ALPHABET.charAt(byte % ALPHABET.length)).join("");

export const mintCode = (): Code => ({
  selector: randomText(SELECTOR_LENGTH),
  secret: randomText(SECRET_LENGTH),
});

/** As it is shown and typed: AB12-CDEFG-HJKMN. */
export const printCode = ({ selector, secret }: Code): string =>
  `${selector}-${secret.slice(0, 5)}-${secret.slice(5)}`;

/** Reads what a person typed; letters that look like digits are taken as those. */
export function readCode(typed: string): Code {
  const text = typed.toUpperCase().replaceAll("-", "").replaceAll("O", "0").replaceAll(/[IL]/g, "1");
  return { selector: text.slice(0, SELECTOR_LENGTH), secret: text.slice(SELECTOR_LENGTH) };
}

/** What is stored of a code: with ten minutes of life a plain hash of 50 random bits is enough. */
export const hashCode = ({ selector, secret }: Code): Buffer =>
  createHash("sha256").update(`${selector} ${secret}`).digest();
