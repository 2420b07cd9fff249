import { beforeAll, describe, expect, it, vi } from "vitest";
import type { Asker, Sender } from "#lib/background/on.ts";

const OURS = "abcdefghijklmnop";
const ORIGIN = `chrome-extension://${OURS}`;
vi.stubGlobal("chrome", {
  runtime: { id: OURS, getURL: (path: string) => `${ORIGIN}${path}`, onMessage: { addListener: () => {} } },
});

let askers: { inbox: Asker; ownPage: Asker };
beforeAll(async () => {
  askers = await import("#lib/background/on.ts");
});

const INBOX = "https://business.facebook.com/latest/inbox/all?asset_id=1001";
const tab = { id: 1 };
const who: [name: string, sender: Sender, inbox: boolean, ownPage: boolean][] = [
  ["our script in the inbox", { id: OURS, url: INBOX, tab }, true, false],
  [
    "our script on another host",
    { id: OURS, url: "https://www.facebook.com/latest/inbox", tab },
    false,
    false,
  ],
  [
    "a host that only begins alike",
    { id: OURS, url: "https://business.facebook.com.evil.example/", tab },
    false,
    false,
  ],
  ["another port of the host", { id: OURS, url: "https://business.facebook.com:8443/", tab }, false, false],
  ["another extension on the inbox", { id: "other", url: INBOX, tab }, false, false],
  ["the popup", { id: OURS, url: `${ORIGIN}/popup.html` }, false, true],
  ["the options in a tab", { id: OURS, url: `${ORIGIN}/options.html#team`, tab }, false, true],
  ["another extension's page", { id: "other", url: "chrome-extension://other/popup.html" }, false, false],
  ["a page whose id only begins alike", { id: OURS, url: `${ORIGIN}x/popup.html` }, false, false],
  ["nobody in particular", { id: OURS }, false, false],
];

describe("the background answers its own contexts alone", () => {
  it.each(who)("%s", (_name, sender, inbox, ownPage) => {
    expect(askers.inbox(sender)).toBe(inbox);
    expect(askers.ownPage(sender)).toBe(ownPage);
  });
});
