import { afterEach, describe, expect, it } from "vitest";
import { fixture } from "./fixtures.ts";
import { type LivePage, untilReading, watchFixture } from "./live-page.ts";

let page: LivePage;
afterEach(() => page.stop());

const RULES = ["GREAT", "how much", "blue", "two", "replied"].map((word) => ({ word }));

describe("words that a team listens for", () => {
  it("are heard in what the customer wrote, and nothing else of the message is carried on", () => {
    let keywords: readonly { word: string }[] = [];
    page = watchFixture(fixture("surface-en-messenger"), { keywords: () => keywords });
    expect(page.pass(5_000).open?.heard).toEqual([]);
    keywords = RULES;
    const { open } = page.pass(1_000);
    expect(open?.heard.map(({ word }) => word)).toEqual(["GREAT", "how much", "blue"]);
    expect(open?.heard.every(({ at }) => at !== null)).toBe(true);
    expect(JSON.stringify(open)).not.toContain("great");
  });

  it("are heard anew where a message changes under the same id", async () => {
    page = watchFixture(fixture("surface-en-messenger"), { keywords: () => RULES });
    const words = () => page.pass(1_000).open?.heard.map(({ word }) => word);
    expect(words()).toEqual(["GREAT", "how much", "blue"]);
    page.find("[data-message-id='mid.$cAAfix0003'] span span").textContent = "no, thanks";
    await untilReading(page, ({ open }) => open?.heard.length === 1);
    expect(words()).toEqual(["blue"]);
  });
});
