import { afterEach, describe, expect, it } from "vitest";
import { fixture, fixtures } from "./fixtures.ts";
import { type LivePage, watchFixture } from "./live-page.ts";

const KINDS =
  "click dblclick mousedown mouseup mousemove mouseover mouseenter pointerdown pointerup pointermove pointerover wheel scroll focus focusin keydown keyup input change";

let page: LivePage | null = null;
afterEach(() => page?.stop());

/** Every event that reaches an element, and every verb of the page's elements that would act on it. */
function recordTouches(window: Window & typeof globalThis, touches: string[]): void {
  for (const kind of KINDS.split(" "))
    window.addEventListener(kind, ({ target }) => touches.push(`${kind} ${String(target)}`), true);
  const { HTMLElement, Element } = window;
  for (const verb of ["click", "focus", "blur"] as const)
    HTMLElement.prototype[verb] = () => touches.push(verb);
  for (const verb of ["scrollTo", "scrollBy", "scrollIntoView", "setAttribute", "remove"] as const)
    Reflect.set(Element.prototype, verb, () => touches.push(verb));
  for (const property of ["scrollTop", "scrollLeft"])
    Object.defineProperty(Element.prototype, property, {
      get: () => 0,
      set() {
        touches.push(property);
      },
    });
}

describe("Meta's list", () => {
  it.each(fixtures.map(({ name }) => name))("is looked at and never touched: %s", (name) => {
    const touches: string[] = [];
    page = watchFixture(fixture(name), { prepare: (window) => recordTouches(window, touches) });
    page.pass(2_000);
    page.pass(60_000);
    expect(touches).toEqual([]);
  });

  it("would show a touch of its hidden actions", () => {
    const touches: string[] = [];
    page = watchFixture(fixture("surface-en-messenger"), {
      prepare: (window) => recordTouches(window, touches),
    });
    page.find("[role=gridcell]").dispatchEvent(new page.window.MouseEvent("click", { bubbles: true }));
    expect(touches).toHaveLength(1);
  });

  it("never gives a text of its hidden actions for a name, a preview or a time", () => {
    page = watchFixture(fixture("surface-en-messenger"), {
      prepare({ document }) {
        for (const cell of document.querySelectorAll("[role=gridcell]"))
          cell.textContent = "You: Move to Done 9:00 PM";
        for (const grid of document.querySelectorAll("[role=grid]")) grid.parentElement?.prepend(grid);
      },
    });
    const rows = page.pass(2_000).rows.map(({ name, lastSpeaker }) => [name, lastSpeaker]);
    expect(rows).toEqual([
      ["Nora Lind", "customer"],
      ["Omar Saleh", "business"],
      ["Mai Tran", "customer"],
    ]);
  });
});
