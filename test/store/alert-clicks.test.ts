import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { Thread } from "#lib/domain/thread.ts";
import { type Device, device, MORNING, thread } from "./device.ts";

interface Message {
  type: string;
  data: unknown;
}

/** What a click reaches of the browser: one inbox tab, whose composer may hold a text, and windows that open. */
const seen = vi.hoisted(() => ({
  click: (_id: string): void => undefined,
  cleared: [] as string[],
  opened: [] as string[],
  windows: [] as string[],
  asked: [] as unknown[],
  holdsText: false,
  isQueueOpen: false,
}));
const fake = vi.hoisted(() => ({
  notifications: {
    onClicked: { addListener: (hear: (id: string) => void) => void (seen.click = hear) },
    clear: async (id: string) => void seen.cleared.push(id),
  },
  runtime: {
    getURL: (path: string) => `chrome-extension://rung${path}`,
    sendMessage({ data }: Message, answer: (said: unknown) => void) {
      seen.asked.push(data);
      answer({ res: seen.isQueueOpen });
    },
  },
  tabs: {
    query: async ({ url }: { url: string }) =>
      url.includes("business.facebook.com")
        ? [{ id: 7, url: "https://business.facebook.com/latest/inbox/all?asset_id=1001&business_id=5" }]
        : [],
    get: async () => ({ windowId: 3 }),
    update: async (id: number, { url }: { url: string }) => void seen.opened.push(`${id} ${url}`),
    sendMessage: (_tab: number, _message: Message, _options: unknown, answer: (said: unknown) => void) =>
      answer({ res: seen.holdsText }),
  },
  windows: {
    update: async (id: number) => void seen.windows.push(`focus ${id}`),
    create: async ({ url }: { url: string }) => void seen.windows.push(url),
  },
}));
vi.mock("wxt/browser", () => ({ browser: fake }));

let here: Device;
const isTold = vi.fn<(wanted: Thread, isRight: boolean) => Promise<void>>(async () => undefined);
const NOTE = "rung/FB_MESSAGE/1001/7";
const told = (of: Thread, note: string) =>
  here.db.alerts.put({ key: of.id, thread: of.id, of, stage: "soon", at: MORNING, note });

beforeAll(() => void vi.stubGlobal("chrome", fake));
afterAll(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});
beforeEach(async () => {
  here = device();
  Object.assign(seen, {
    cleared: [],
    opened: [],
    windows: [],
    asked: [],
    holdsText: false,
    isQueueOpen: false,
  });
  // Others of this process may have loaded the same files over no browser at all.
  vi.resetModules();
  const { answerAlertClicks } = await import("#lib/background/alert-clicks.ts");
  const { createOpening } = await import("#lib/background/opening.ts");
  answerAlertClicks(here, createOpening(isTold));
  await told(thread("7"), NOTE);
});

describe("a click on a notification", () => {
  it("opens the conversation in the inbox tab, brings it before everything, and takes the notification away", async () => {
    seen.click(NOTE);
    await vi.waitFor(() => expect(seen.windows).toEqual(["focus 3"]));
    const [tab, address = ""] = seen.opened[0]?.split(" ") ?? [];
    expect(tab).toBe("7");
    expect(Object.fromEntries(new URL(address).searchParams)).toEqual({
      asset_id: "1001",
      business_id: "5",
      selected_item_id: "7",
      thread_type: "FB_MESSAGE",
    });
    expect(seen.cleared).toEqual([NOTE]);
  });

  it("asks first where a text in the composer would be lost", async () => {
    seen.holdsText = true;
    seen.click(NOTE);
    await vi.waitFor(() => expect(seen.windows).toHaveLength(1));
    expect(seen.opened).toEqual([]);
    expect(seen.asked).toEqual([{ thread: thread("7") }]);
    expect(seen.windows[0]).toContain(`/sidepanel.html#${encodeURIComponent("FB_MESSAGE/1001/7")}`);
  });

  it("that speaks of many customers opens the queue", async () => {
    await told(thread("8"), NOTE);
    seen.click(NOTE);
    await vi.waitFor(() => expect(seen.windows).toEqual(["chrome-extension://rung/sidepanel.html"]));
    expect(seen.opened).toEqual([]);
  });
});
