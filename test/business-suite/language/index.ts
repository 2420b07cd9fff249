import type { Language } from "#test/business-suite/config.ts";
import { ar } from "./ar.ts";
import { de } from "./de.ts";
import { en } from "./en.ts";
import { id } from "./id.ts";
import { th } from "./th.ts";
import { vi } from "./vi.ts";
import type { Words } from "./words.ts";

export type { Words } from "./words.ts";

export const WORDS: Record<Language, Words> = { en, de, vi, th, id, ar };
