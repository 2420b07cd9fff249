import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { readTimeText } from "#lib/inbox/time-text.ts";

/** A Wednesday. */
const NOW = Date.UTC(2026, 9, 14, 18, 0);

beforeAll(() => void vi.stubEnv("TZ", "UTC"));
afterAll(() => void vi.unstubAllEnvs());

const read = (text: string, language: string) => {
  const time = readTimeText(text, NOW, language);
  return time && `${new Date(time.at).toISOString().slice(0, 16)} ${time.precision}`;
};

describe("a time as the page writes it", () => {
  it.each([
    ["13:01", "en", "2026-10-14T13:01 minute"],
    ["4:32 PM", "en", "2026-10-14T16:32 minute"],
    ["12:05 AM", "en", "2026-10-14T00:05 minute"],
    ["Sat", "en", "2026-10-10T00:00 day"],
    ["Saturday", "en", "2026-10-10T00:00 day"],
    ["Apr 4", "en", "2026-04-04T00:00 day"],
    ["Dec 4", "en", "2025-12-04T00:00 day"],
    ["1/13/24", "en", "2024-01-13T00:00 day"],
    ["4m", "en", "2026-10-14T17:55 minute"],
    ["2h", "en", "2026-10-14T15:00 hour"],
    ["Tue 10:12 PM", "en", "2026-10-13T22:12 minute"],
    ["Today at 3:41 PM", "en", "2026-10-14T15:41 minute"],
    ["Yesterday at 9:05 AM", "en", "2026-10-13T09:05 minute"],
    ["Apr 4, 2026, 3:41 PM", "en", "2026-04-04T15:41 minute"],
    ["2026-04-04 15:41", "en", "2026-04-04T15:41 minute"],
    ["Sa", "de", "2026-10-10T00:00 day"],
    ["13.1.24", "de", "2024-01-13T00:00 day"],
    ["Heute um 15:41", "de", "2026-10-14T15:41 minute"],
    ["4. Apr. 2026, 15:41", "de", "2026-04-04T15:41 minute"],
    ["Hôm nay 15:41", "vi", "2026-10-14T15:41 minute"],
    ["15:41 4 thg 4, 2026", "vi", "2026-04-04T15:41 minute"],
    ["วันนี้ 15:41", "th", "2026-10-14T15:41 minute"],
    ["4 เม.ย. 2569 15:41", "th", "2026-04-04T15:41 minute"],
    ["\u200eاليوم ٣:٤١ م\u200e", "ar", "2026-10-14T15:41 minute"],
    ["٤ أبريل ٢٠٢٦، ٣:٤١ م", "ar", "2026-04-04T15:41 minute"],
    ["Hari ini 09.05", "id", "2026-10-14T09:05 minute"],
  ])("%s (%s)", (text, language, expected) => {
    expect(read(text, language)).toBe(expected);
  });

  it.each([
    ["hello at 13:01 please", "en"],
    ["call 13:01", "en"],
    ["May", "en"],
    ["Kim Agent", "en"],
    ["3", "en"],
    ["4.90", "en"],
    ["99:99", "en"],
    ["Apr 4, 2036", "en"],
    ["Sent by Sat", "en"],
    ["", "en"],
    ["x".repeat(500), "en"],
  ])("is not: %s", (text, language) => {
    expect(read(text, language)).toBeNull();
  });
});
