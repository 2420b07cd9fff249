import { OutcomePicker } from "#components/bar/outcome-picker.tsx";
import { OUTCOMES } from "#lib/domain/outcome.ts";
import { useCurrent, useOverlay, useOverlayState } from "#lib/overlay/context.ts";
import { hasAccessKeys } from "#lib/overlay/keys.ts";
import { keysIn, keysOf } from "#lib/overlay/keys-shown.ts";
import type { Overlay } from "#lib/overlay/overlay.ts";
import { standingOf } from "#lib/overlay/standing.ts";
import { checkedOf, tag } from "#lib/overlay/tagging.ts";
import { features } from "./registry.ts";

/** How often the page is asked for access keys of its own, in ms. */
const LOOK_MS = 5_000;

function OutcomeButtons() {
  const overlay = useOverlay();
  const state = useOverlayState((state) => standingOf(state).state);
  const chords = useOverlayState(({ chords }) => chords);
  const settings = useOverlayState(({ settings }) => settings);
  const current = useCurrent();
  const suggested = useOverlayState((state) => checkedOf(state, current).suggests);
  if (state !== "ready" && state !== "asking") return null;
  return (
    <OutcomePicker
      value={current.conversation?.outcome?.outcome ?? null}
      suggested={suggested}
      keys={(outcome) => keysOf(outcome, { chords, settings })}
      label={(outcome) => keysIn({ settings })[outcome].label}
      busy={state === "asking"}
      onPick={(outcome) => tag(overlay, outcome, false)}
    />
  );
}

function start(overlay: Overlay, signal: AbortSignal): void {
  const { keys, clock, store, window } = overlay;
  for (const outcome of OUTCOMES) keys.on(outcome, () => tag(overlay, outcome, true), signal);

  let looked = Number.NEGATIVE_INFINITY;
  const look = () => {
    if (clock.now() - looked < LOOK_MS) return;
    looked = clock.now();
    store.set({ chords: hasAccessKeys(window.document, keysIn(store.get())) ? "off" : "on" });
  };
  look();
  signal.addEventListener("abort", clock.subscribe(look), { once: true });
}

features.add("outcome-buttons", { bar: { slot: "main", View: OutcomeButtons }, start });
