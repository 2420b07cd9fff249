import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readLocation } from "#lib/inbox/location.ts";

const INBOX = "https://business.facebook.com/latest/inbox";
const ID = "selected_item_id=100000000000011";
const ASSET = "asset_id=9000000000000001";

describe("an address of the inbox", () => {
  it("says the section, the Page, the channel and the conversation", () => {
    expect(readLocation(`${INBOX}/all?${ASSET}&${ID}&thread_type=FB_MESSAGE`)).toEqual({
      route: "all",
      channel: "FB_MESSAGE",
      asset: "9000000000000001",
      id: "100000000000011",
    });
    expect(readLocation(`${INBOX}/wec/?mailbox_id=9000000000000001`)).toEqual({
      route: "wec",
      channel: "WEC_MESSAGE",
      asset: "9000000000000001",
      id: null,
    });
    expect(readLocation(INBOX)).toMatchObject({ route: "all", asset: null, id: null });
  });

  it("keeps all digits of an Instagram thread", () => {
    const id = "340282366841710301244259000000000000001";
    expect(readLocation(`/latest/inbox/instagram_direct?selected_item_id=${id}`)?.id).toBe(id);
  });

  it.each([
    ["left over from another section", `${INBOX}/messenger?${ID}&thread_type=IG_MESSAGE`],
    ["of a type that is no conversation", `${INBOX}/all?${ID}&thread_type=IG_COMMENT`],
    ["that is no number", `${INBOX}/all?selected_item_id=t_10000&thread_type=FB_MESSAGE`],
    ["given twice with two values", `${INBOX}/all?${ID}&selected_item_id=100000000000012`],
    ["of a post", `${INBOX}/instagram?${ID}`],
  ])("drops an id %s", (_, href) => {
    expect(readLocation(href)?.id).toBeNull();
  });

  it.each([
    "https://www.facebook.com/latest/inbox/all",
    "http://business.facebook.com/latest/inbox/all",
    "https://business.facebook.com/latest/inboxes",
    "https://business.facebook.com/latest/home",
    "https://business.facebook.com.example.com/latest/inbox/all",
    "javascript:alert(1)",
    "about:blank",
  ])("is none: %s", (href) => {
    expect(readLocation(href)).toBeNull();
  });

  it("is read from anything without an error, and gives digits alone", { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.webUrl(),
          fc.string().map((text) => `${INBOX}/all?selected_item_id=${text}`),
        ),
        (href) => {
          const location = readLocation(href);
          expect(location?.id ?? "000").toMatch(/^\d+$/);
        },
      ),
    );
  });
});
