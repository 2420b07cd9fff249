import { afterEach, describe, expect, it } from "vitest";
import { fixture } from "./fixtures.ts";
import { type LivePage, watchFixture } from "./live-page.ts";

let page: LivePage | null = null;
afterEach(() => page?.stop());

function live(name: string): LivePage {
  page = watchFixture(fixture(name));
  return page;
}

/** Types into the composer and presses a key in it, as the page's own user does. */
function type({ window, find }: LivePage, text: string): void {
  find("[role=textbox] p").textContent = text;
  find("[role=textbox]").dispatchEvent(new window.KeyboardEvent("keydown", { key: "Enter", bubbles: true }));
}

const clear = ({ find }: LivePage) => find("[role=textbox] p").replaceChildren();

function arrive({ window, find }: LivePage, side: "in" | "out", text: string, id: string): void {
  const bubble = window.document.createElement("div");
  bubble.setAttribute("data-utime", "1791104500");
  bubble.innerHTML = `<div style="display:flex;justify-content:flex-${side === "in" ? "start" : "end"}"><div data-message-id="${id}"><span></span></div></div>`;
  const span = bubble.querySelector("span");
  if (span) span.textContent = text;
  find("[role=region] > div > div").append(bubble);
}

const senders = (one: LivePage) => one.pass(200).open?.messages.map(({ sender }) => sender);

/** The observer tells of a mutation in a turn of its own. */
const told = () => new Promise<void>((resolve) => queueMicrotask(resolve));

describe("what this browser's composer sends", () => {
  it("is a person's", async () => {
    const one = live("surface-en-messenger");
    type(one, "It is 25 with shipping.");
    clear(one);
    one.pass(50);
    arrive(one, "out", "It is 25 with shipping.", "mid.$own1");
    await told();
    expect(senders(one)?.at(-1)).toBe("person");
    expect(one.pass(120_000).open?.messages.at(-1)?.sender).toBe("person");
  });

  it("is not what somebody else wrote meanwhile", async () => {
    const one = live("surface-en-messenger");
    type(one, "It is 25 with shipping.");
    clear(one);
    one.pass(50);
    arrive(one, "out", "Hello, this is Lee.", "mid.$other1");
    arrive(one, "in", "It is 25 with shipping.", "mid.$other2");
    await told();
    expect(senders(one)?.slice(-2)).toEqual(["unknown", "customer"]);
  });

  it("is nothing that stood there before, even with the same words", async () => {
    const one = live("surface-en-messenger");
    arrive(one, "out", "Thanks!", "mid.$before");
    await told();
    one.pass(50);
    type(one, "Thanks!");
    clear(one);
    expect(senders(one)?.at(-1)).toBe("unknown");
  });

  it("is nothing in a conversation that was opened instead of sending", async () => {
    const one = live("surface-en-messenger");
    type(one, "Thanks!");
    clear(one);
    for (const message of one.window.document.querySelectorAll("[data-message-id]"))
      message.setAttribute("data-message-id", `mid.$elsewhere${message.textContent?.length}`);
    arrive(one, "out", "Thanks!", "mid.$elsewhere");
    await told();
    expect(senders(one)?.at(-1)).toBe("unknown");
  });
});
