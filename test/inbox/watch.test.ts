import { afterEach, describe, expect, it } from "vitest";
import { layoutOf } from "#lib/inbox/layout.ts";
import { fixture } from "./fixtures.ts";
import { type LiveOptions, type LivePage, untilReading, watchFixture } from "./live-page.ts";

const open: LivePage[] = [];

function live(name: string, options?: LiveOptions): LivePage {
  const page = watchFixture(fixture(name), options);
  open.push(page);
  return page;
}

afterEach(() => {
  for (const page of open.splice(0)) page.stop();
});

const nameOf = ({ readings }: LivePage) => readings.at(-1)?.open?.identity.name;

/** As Meta does on a click: another name, other messages, the address, and later the tabs. */
function switchTo(page: LivePage, name: string, id: string): void {
  const { window, find } = page;
  find("[data-surface*=detail_view_header] ._4ik4").textContent = name;
  for (const message of window.document.querySelectorAll("[data-message-id]"))
    message.setAttribute("data-message-id", `mid.$other${id}`);
  for (const row of window.document.querySelectorAll("[role=presentation]"))
    row.setAttribute("aria-selected", String(row.textContent?.includes(name)));
  window.history.pushState(
    null,
    "",
    window.location.href.replace(/selected_item_id=\d+/, `selected_item_id=${id}`),
  );
}

describe("watchInbox", () => {
  it("hands over what it sees, and nothing while nothing changes", () => {
    const page = live("surface-en-messenger");
    expect(page.readings).toHaveLength(1);
    expect(page.readings[0]).toMatchObject({
      surface: true,
      asset: "9000000000000001",
      channel: "FB_MESSAGE",
    });
    page.pass(5_000);
    const settled = page.readings.length;
    page.pass(60_000);
    expect(page.readings).toHaveLength(settled);
    expect(page.readings.at(-1)?.open?.identity).toMatchObject({ certain: true, name: "Nora Lind" });
  });

  it("sees another conversation without being asked, and is unsure until it is certain again", async () => {
    const page = live("surface-en-messenger");
    page.pass(5_000);
    switchTo(page, "Omar Saleh", "100000000000012");
    await untilReading(page, ({ open }) => open?.identity.name === "Omar Saleh");
    expect(page.readings.at(-1)?.open?.identity).toMatchObject({ certain: false, settling: true });
    const { open } = page.pass(500);
    expect(open?.identity).toMatchObject({ certain: true, thread: { id: "100000000000012" } });
  });

  it("catches by its slow look what no mutation told", async () => {
    const page = live("surface-en-messenger");
    page.pass(5_000);
    // A change that no observer reports: the address alone.
    page.window.history.replaceState(null, "", "/latest/home");
    await untilReading(page, ({ surface }) => !surface);
    expect(page.readings.at(-1)).toMatchObject({ surface: false, open: null, rows: [] });
  });

  it("reads the open conversation anew in three slow looks, whatever no mutation told of it", async () => {
    const slowLooks: (() => void)[] = [];
    const page = live("surface-en-messenger", {
      prepare(window) {
        window.MutationObserver.prototype.observe = () => undefined;
        Object.defineProperty(window, "setInterval", { value: (look: () => void) => slowLooks.push(look) });
      },
    });
    const messages = () => page.readings.at(-1)?.open?.messages.length ?? 0;
    for (const name of ["Omar Saleh", "Zoe Park"]) {
      const before = messages();
      page.find("[data-surface*=detail_view_header] ._4ik4").textContent = name;
      page.find("[data-message-id]").remove();
      for (let second = 0; second < 3; second += 1) slowLooks[0]?.();
      // What they ask for comes along with a look that is about to be made.
      await expect.poll(() => nameOf(page), { interval: 10, timeout: 1_000 }).toBe(name);
      expect(messages()).toBeLessThan(before);
    }
  });

  it("sees at the next slow look that the page has turned dark by its sheets alone", async () => {
    const slowLooks: (() => void)[] = [];
    const page = live("surface-en-messenger", {
      prepare(window) {
        window.document.head.append(window.document.createElement("style"));
        Object.defineProperty(window, "setInterval", { value: (look: () => void) => slowLooks.push(look) });
      },
    });
    page.pass(5_000);
    const theme = () => page.readings.at(-1)?.theme;
    for (const [color, expected] of [
      ["rgb(24, 25, 26)", "dark"],
      ["rgb(255, 255, 255)", "light"],
    ] as const) {
      [...page.window.document.styleSheets].at(-1)?.insertRule(`* { background-color: ${color} !important }`);
      slowLooks[0]?.();
      await expect.poll(theme, { interval: 10, timeout: 1_000 }).toBe(expected);
      [...page.window.document.styleSheets].at(-1)?.deleteRule(0);
    }
  });

  it("finds a list that was taken away and put back", async () => {
    const page = live("surface-en-messenger");
    const list = page.find("[data-surface$=thread_list]");
    const { parentElement } = list;
    list.remove();
    await untilReading(page, ({ rows }) => rows.length === 0);
    const again = list.cloneNode(true);
    parentElement?.append(again);
    await untilReading(page, ({ rows }) => rows.length === 3);
    expect(page.readings.at(-1)?.rows[0]?.element.isConnected).toBe(true);
  });

  it("reads a recycled row again", async () => {
    const page = live("surface-en-messenger");
    const [first] = page.window.document.querySelectorAll("[data-surface*=thread_title]");
    if (first?.firstElementChild) first.firstElementChild.textContent = "Zoe Park";
    await untilReading(page, ({ rows }) => rows[0]?.name === "Zoe Park");
    expect(page.readings.at(-1)?.rows.map(({ name }) => name)).toEqual([
      "Zoe Park",
      "Omar Saleh",
      "Mai Tran",
    ]);
  });

  it("remembers from earlier days, and hands on what stayed certain", async () => {
    const known = [
      {
        thread: { channel: "FB_MESSAGE" as const, asset: "9000000000000001", id: "100000000000011" },
        name: "Nora Lind",
        lastAt: null,
      },
    ];
    const page = live("surface-en-messenger", { known });
    await untilReading(page, ({ open }) => open?.identity.certain === true);
    page.pass(100);
    page.pass(2_500);
    expect(page.learnt).toEqual([{ ...known[0], lastAt: 1_791_104_461_826 }]);
    page.pass(2_500);
    expect(page.learnt).toHaveLength(1);
  });

  it("stops with its signal", async () => {
    const page = live("surface-en-messenger");
    const stopped = live("surface-en-messenger");
    stopped.stop();
    const before = stopped.readings.length;
    for (const { find } of [page, stopped])
      find("[data-surface*=detail_view_header] ._4ik4").textContent = "Eve";
    await untilReading(page, () => nameOf(page) === "Eve");
    expect(stopped.readings).toHaveLength(before);
  });

  it("keeps its own errors from the page, and is certain of nothing after one", async () => {
    let isBroken = false;
    const page = live("surface-en-messenger", {
      layout: (window) => ({
        ...layoutOf(window),
        style(element) {
          if (isBroken) throw new Error("no style today");
          return window.getComputedStyle(element);
        },
      }),
    });
    page.pass(5_000);
    isBroken = true;
    page.find("[data-message-id]").setAttribute("data-message-id", "mid.$new");
    await untilReading(page, ({ surface }) => !surface);
    expect(page.faults.map(String)).toContain("Error: no style today");
    expect(page.readings.at(-1)?.open).toBeNull();
    isBroken = false;
    page.pass(100);
    expect(page.readings.at(-1)?.open?.identity.name).toBe("Nora Lind");
  });
});
