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

/** Everything that is wrong with how the overlay stands in the page now; nothing where all fits. */
export const misfits = async (tab: Tab): Promise<string[]> => [
  ...(await tab.evaluate(misplaced)),
  ...(await cutOff(tab)),
];
