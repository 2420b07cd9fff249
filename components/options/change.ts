import type { Settings } from "#lib/domain/settings.ts";

/** Changes the newest settings, and says in a line what was done; it can be undone there. */
export type Change = (words: string, edit: (now: Settings) => Settings) => void;
