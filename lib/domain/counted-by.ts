import type { Settings } from "./settings.ts";

const COUNTED_BY = ["timeZone", "rule", "hours", "targets"] as const;

/** Whether what was counted by one version of the settings is wrong under another: it is counted anew. */
export const changesCounts = (before: Settings, after: Settings): boolean =>
  COUNTED_BY.some((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
