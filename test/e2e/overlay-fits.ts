import type { Tab } from "#test/support/driver.ts";
import { cutOff } from "./overlay.ts";

/** Runs in the page: what of the overlay stands where it should not. */
function misplaced(): string[] {
  const root = document.querySelector("rung-overlay")?.shadowRoot;
  const bar = root?.querySelector(".bar")?.getBoundingClientRect();
  const region = document.querySelector("[role=region]")?.getBoundingClientRect();
  if (!root || !bar) return ["there is no bar"];
  const composer = document
    .querySelector("[role=textbox][contenteditable], textarea")
    ?.getBoundingClientRect();
  const panel = root.querySelector(".panel")?.getBoundingClientRect();
  const slack = 1;
  const checks: [string, boolean][] = [
    [
      "the bar leaves the conversation",
      !region || (bar.left >= region.left - slack && bar.right <= region.right + slack),
    ],
    ["the bar lies over the composer", !composer || bar.bottom <= composer.top + slack],
    ["the bar leaves the window", bar.top >= -slack && bar.bottom <= innerHeight + slack],
    ["the composer was pushed out", !composer || composer.bottom <= innerHeight + slack],
    [
      "the panel leaves the window",
      !panel ||
        (panel.top >= -slack &&
          panel.left >= -slack &&
          panel.right <= innerWidth + slack &&
          panel.bottom <= innerHeight + slack),
    ],
  ];
  return checks.filter(([, holds]) => !holds).map(([problem]) => problem);
}

/** Runs in the page: what a rep must always see of a tagged conversation, and does not, or sees under something else. */
function unseen(): string[] {
  const root = document.querySelector("rung-overlay")?.shadowRoot;
  const bar = root?.querySelector(".bar")?.getBoundingClientRect();
  const parts = { "the time left": ".wait .chip", "what may be sent": ".send .chip", Undo: ".status .link" };
  return Object.entries(parts).flatMap(([what, css]) => {
    const part = root?.querySelector(css);
    if (!root || !bar || !part?.checkVisibility({ visibilityProperty: true }))
      return [`${what} is not there`];
    const { left, right, top, bottom } = part.getBoundingClientRect();
    const isInside =
      left >= bar.left && right <= bar.right && top >= bar.top && bottom <= bar.bottom && right - left >= 24;
    const hits = [left + 3, right - 3].map((x) => root.elementFromPoint(x, (top + bottom) / 2));
    const isFree = hits.every((hit) => part.contains(hit));
    return isInside && isFree ? [] : [`${what} does not stand free in the bar`];
  });
}

/** What is left out of a bar in which a tag stands; nothing where the time, what may be sent and Undo are seen. */
export const leftOut = (tab: Tab): Promise<string[]> => tab.evaluate(unseen);

/** Everything that is wrong with how the overlay stands in the page now; nothing where all fits. */
export const misfits = async (tab: Tab): Promise<string[]> => [
  ...(await tab.evaluate(misplaced)),
  ...(await cutOff(tab)),
];
