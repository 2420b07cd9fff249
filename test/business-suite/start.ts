import { pause } from "#lib/pause.ts";
import { findThread, openThread, rowsOf, takeAddress } from "./actions.ts";
import { addressOf } from "./address.ts";
import type { Page } from "./state.ts";

/** How long the id of a deep link stays in the address where the page drops it. */
const DROP_AFTER = 300;
const FRAME = 32;

/**
 * Brings the page to life: hydration, the conversation that the address names (or another), back and forward.
 * Resolves when what opens by itself stands in the pane.
 */
export async function startPage(page: Page): Promise<void> {
  const { config } = page.store.get();
  addEventListener("popstate", () => goTo(page));
  await pause(config.hydrationDelay);
  page.store.update((state) => ({ ...state, hydrated: true }));
  openFirst(page);
  const isOpening = page.store.get().selectedId !== null;
  await pause(isOpening ? config.openDelay + FRAME : FRAME);
}

function openFirst(page: Page): void {
  const { config, address } = page.store.get();
  const asked = address.selected;
  const first = rowsOf(page.store.get()).find(({ id }) => id !== asked)?.id ?? null;
  const isKnown = findThread(page.store.get(), asked) !== null;
  if (config.address === "dropped" || config.address === "absent") setTimeout(() => dropId(page), DROP_AFTER);
  const opened = isKnown && config.deepLink === "honoured" ? asked : pickOther(page, first);
  if (opened !== null) openInPlace(page, opened);
}

/** What opens where no link is honoured: the first row, if the page opens one by itself. */
function pickOther(page: Page, first: string | null): string | null {
  const { config, address } = page.store.get();
  const redirects = config.deepLink === "other" && address.selected !== null;
  return redirects || config.start === "first" ? first : null;
}

/** At the start the address is replaced, not pushed; a frozen one keeps what the link said. */
function openInPlace(page: Page, id: string): void {
  const { config, address } = page.store.get();
  const thread = findThread(page.store.get(), id);
  if (thread && config.address === "follows" && address.selected !== id)
    history.replaceState(null, "", addressOf(config, address.section ?? "all", thread));
  takeAddress(page);
  openThread(page, id, "stays");
}

function dropId(page: Page): void {
  const { config, address } = page.store.get();
  if (address.section === null) return;
  history.replaceState(null, "", addressOf(config, address.section, null));
  takeAddress(page);
}

/** Back and forward: the conversation that the address now names, or none. */
function goTo(page: Page): void {
  takeAddress(page);
  const { address } = page.store.get();
  if (address.selected !== null) openThread(page, address.selected, "stays");
  else page.store.update((state) => ({ ...state, openId: null, selectedId: null }));
}
