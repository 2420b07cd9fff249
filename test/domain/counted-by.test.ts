import { expect, it } from "vitest";
import { changesCounts } from "#lib/domain/counted-by.ts";
import { defaultHours } from "#lib/domain/response-settings.ts";
import { DEFAULT_SETTINGS, type Settings } from "#lib/domain/settings.ts";

it.each<[Partial<Settings>, boolean]>([
  [{ timeZone: "Europe/Berlin" }, true],
  [{ rule: "last" }, true],
  [{ hours: [{ from: 0, value: defaultHours("UTC") }] }, true],
  [{ creators: ["Mia"], minimum: 40, window: 7 }, false],
])("has everything counted anew for %j: %s", (change, isCounted) => {
  expect(changesCounts(DEFAULT_SETTINGS, { ...DEFAULT_SETTINGS, ...change, version: 1 })).toBe(isCounted);
});
