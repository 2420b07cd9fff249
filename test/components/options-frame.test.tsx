import { describe, expect, it } from "vitest";
import { Frame } from "#components/options/frame.tsx";
import { PartGroup } from "#components/options/part-group.tsx";
import { isPart } from "#components/options/section.tsx";
import { draw } from "./drawn.ts";

const nothing = { below: null, isSettled: true };
const links = (): string[] =>
  [...document.querySelectorAll("nav ul ul a")].map((link) => link.getAttribute("href") ?? "");

describe("the way through the options", () => {
  it("leads to every part by its group, and not to those that are not there for who looks", async () => {
    await draw(
      <Frame {...nothing} sees={{ administrators: true, managers: true }}>
        all
      </Frame>,
    );
    const all = links();
    expect(new Set(all).size).toBe(19);
    expect(all.every((href) => isPart(href.slice(1)))).toBe(true);
    expect(isPart("elsewhere")).toBe(false);
    const lists = [...document.querySelectorAll("nav ul ul")].map((list) => list.getAttribute("aria-label"));
    expect(lists).toEqual(["Workspace", "Figures", "Inbox", "Replies", "This browser"]);
    await draw(
      <Frame {...nothing} sees={{ administrators: false, managers: false }}>
        some
      </Frame>,
    );
    expect(all.filter((href) => !links().includes(href))).toEqual(["#people", "#data", "#audit", "#costs"]);
  });

  it("marks the part that is read", async () => {
    await draw(
      <Frame {...nothing} sees={{ administrators: false, managers: false }}>
        <PartGroup name="Replies">
          <section id="macros">Macros</section>
        </PartGroup>
      </Frame>,
    );
    const current = [...document.querySelectorAll("[aria-current=location]")];
    expect(current.map((link) => link.textContent)).toEqual(["Macros"]);
    expect(document.querySelector("nav [data-holds]")?.textContent).toBe("Replies");
  });
});
