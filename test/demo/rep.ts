import { HANDOFF_NAMES, OUTCOME_NAMES, OUTCOMES, type Outcome, REASON_NAMES } from "#lib/domain/outcome.ts";
import { majorText } from "#lib/domain/amount.ts";
import { bar, button, panel, status } from "#test/e2e/overlay.ts";
import { COMPOSER, openRow } from "#test/e2e/stand-in.ts";
import type { Tab } from "#test/support/driver.ts";
import type { Customer, Plan } from "./cast.ts";

const named = (name: string) => ({ css: ".status .name", text: name, in: "overlay" as const });
const escaped = (name: string) => name.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** Opens a customer's conversation and waits until the bar is certain of it. */
export async function open(tab: Tab, { name }: Customer): Promise<void> {
  await openRow(tab, name);
  await tab.waitFor(named(name));
  await tab.waitFor({ css: ".outcomes[aria-busy=false], .outcomes:not([aria-busy=true])", in: "overlay" });
}

export async function answer(tab: Tab, { plan }: Customer): Promise<void> {
  if (plan.answer === "none") return;
  if (plan.answer === "typed") {
    await tab.click({ css: COMPOSER, in: "page" });
    await tab.type("Yes, it is. Which one would you like?");
  } else {
    await tab.click(button("Macros"));
    await tab.click(button(/^Thanks/));
    await tab.waitUntil(async () => (await tab.suite("composerText")) !== "", "the macro in the composer");
    await tab.click({ css: COMPOSER, in: "page" });
  }
  // The rep sends; Rung never does.
  await tab.press("Enter");
  await tab.waitUntil(async () => (await tab.suite("composerText")) === "", "the answer to be sent");
}

/** Says who sent a customer where the page does not; an ad that the page names is noted by itself. */
export async function nameSource(tab: Tab, { origin }: Customer): Promise<void> {
  if (!origin) return;
  if ("ad" in origin) return tab.waitFor(button(/^Ad /));
  await tab.click(button(/^Source /));
  await tab.waitFor(panel);
  await tab.type(origin.creator);
  await tab.press("Enter");
  await tab.waitFor(button(`Creator ${origin.creator}`));
}

async function pick(tab: Tab, outcome: Outcome, by: Plan["by"]): Promise<void> {
  const digit = `Digit${OUTCOMES.indexOf(outcome) + 1}`;
  if (by === "click") return tab.click(button(OUTCOME_NAMES[outcome]));
  if (by === "chord") return tab.press(`Alt+Shift+${digit}`);
  await tab.click(bar, { at: { x: 4, y: 4 } });
  await tab.press(digit);
}

/** Tags as planned, with the reason or the amount that the outcome asks for; a mistake is taken back first. */
export async function tag(tab: Tab, { plan }: Customer): Promise<void> {
  const { outcome, by, reason, saleMinor, mistake } = plan;
  if (outcome === null) return;
  if (mistake) {
    await pick(tab, mistake, "click");
    if (mistake === "unqualified") await tab.waitFor(panel);
    await tab.click(button("Undo"));
    await tab.waitFor(status(/was withdrawn/));
  }
  await pick(tab, outcome, by);
  if (reason) await tab.click(button(REASON_NAMES[reason]));
  if (saleMinor !== undefined) {
    await tab.write({ role: "textbox", name: "Amount", in: "overlay" }, majorText(saleMinor, "USD"));
    await tab.press("Enter");
  }
  await tab.waitGone(panel);
  await tab.waitFor(status(new RegExp(`${escaped(OUTCOME_NAMES[outcome])} .*by `)));
}

export async function handOff(tab: Tab, { plan }: Customer): Promise<void> {
  if (!plan.handoff) return;
  await tab.click(button("Hand off"));
  await tab.click(button(HANDOFF_NAMES[plan.handoff]));
  await tab.waitFor(button(`Handed to ${HANDOFF_NAMES[plan.handoff].toLowerCase()}`));
}
