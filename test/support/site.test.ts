import { expect, test } from "vitest";
import { DEFAULTS } from "#test/business-suite/config.ts";
import { answerFor, inboxUrl } from "./site.ts";

test("an address in the page's own scheme", () => {
  const selected = { id: "340282366841710301244000000000000000012", channel: "IG_MESSAGE" };
  const url = new URL(inboxUrl({}, { section: "instagram_direct", asset: "9", selected }));
  expect(url.origin + url.pathname).toBe("https://business.facebook.com/latest/inbox/instagram_direct");
  expect(Object.fromEntries(url.searchParams)).toEqual({
    asset_id: "9",
    business_id: DEFAULTS.business,
    mailbox_id: "9",
    selected_item_id: selected.id,
    thread_type: "IG_MESSAGE",
  });
});

test("no other host is answered", async () => {
  for (const url of [
    "https://www.facebook.com/",
    "https://business.facebook.com.evil.example/latest/inbox/all",
  ])
    expect(await answerFor(url, {})).toBeNull();
});
