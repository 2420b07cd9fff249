import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ANCHOR_PACK } from "#lib/inbox/anchors-pack.ts";
import { censored, reportPage } from "#lib/inbox/censor.ts";
import { createFinder } from "#lib/inbox/finder.ts";
import { fixture, fixtures, readFixture } from "./fixtures.ts";

const PATHS = ["data-surface", "data-pagelet"];

/** Every word of three letters or digits in the texts and attribute values of a page, paths of its structure aside. */
function wordsOf(document: Document, without: readonly string[]): Set<string> {
  const texts: string[] = [];
  for (const element of document.body.querySelectorAll("*")) {
    for (const { name, value } of element.attributes) if (!without.includes(name)) texts.push(value);
    for (const node of element.childNodes) if (node.nodeType === 3) texts.push(node.nodeValue ?? "");
  }
  return new Set(texts.join(" ").match(/[\p{L}\p{N}]{3,}/gu));
}

describe("the censored report", () => {
  it.each(fixtures.map(({ name }) => name))("holds no text of %s", (name) => {
    const { window } = readFixture(fixture(name));
    const { document } = window;
    const left = new window.DOMParser().parseFromString(censored(document.body), "text/html");
    const secrets = wordsOf(document, [...PATHS, "role", "class", "style"]);
    const words = [...wordsOf(left, [...PATHS, "role"])];
    expect(
      words.filter((word) => secrets.has(word) && !/^(?:true|false|page|menu|auto)$/.test(word)),
    ).toEqual([]);
  });

  it("lets nothing through that was put into any text or attribute", () => {
    const secret = fc.stringMatching(/^[a-z]{3}Secret\d{2}$/);
    const attribute = fc.constantFrom(
      "alt class data-message-id data-surface data-pagelet data-utime dir href id lang role style title aria-label tabindex contenteditable data-secret placeholder".split(
        " ",
      ),
    );
    fc.assert(
      fc.property(secret, attribute, ([...word], names) => {
        const text = word.join("");
        const div = document.createElement("div");
        for (const name of names) div.setAttribute(name, `/bizweb:inbox/${text}`);
        for (const name of names) {
          const child = document.createElement("x-secret");
          child.setAttribute(name, text);
          child.textContent = text;
          div.append(child);
        }
        const left = censored(div).toLowerCase();
        expect(left).not.toContain(text.toLowerCase());
        expect(left).not.toContain('secret"');
      }),
    );
  });

  it("still has the structure that the anchors look for", () => {
    const { window } = readFixture(fixture("surface-en-messenger"));
    const { document } = window;
    const again = new window.DOMParser().parseFromString(censored(document.body), "text/html");
    const counts = createFinder(ANCHOR_PACK).counts(document);
    const left = createFinder(ANCHOR_PACK).counts(again);
    expect(left).toEqual(counts);
  });

  it("names the section and the parameters of the address, and no value", () => {
    const { window, reading, page } = readFixture(fixture("surface-en-messenger"));
    const href = `${window.location.href}&ref=Nora`;
    const report = reportPage(window.document, href, reading.health, page.places.by);
    expect(report.route).toBe("all");
    expect(report.parameters).toEqual([
      "asset_id",
      "business_id",
      "mailbox_id",
      "selected_item_id",
      "thread_type",
      "…",
    ]);
    expect(report.found.header).toBe("header.surface");
    expect(JSON.stringify(report)).not.toMatch(/\d{5}/);
  });
});
