import { OutcomePicker } from "#components/bar/outcome-picker.tsx";
import { OUTCOMES } from "#lib/domain/outcome.ts";
import { useOverlay, useShown } from "#lib/overlay/context.ts";
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
  const shown = useShown((state) => {
    const standing = standingOf(state).state;
    if (standing !== "ready" && standing !== "asking") return null;
    const current = overlay.current();
    return {
      value: current.conversation?.outcome?.outcome ?? null,
      suggested: checkedOf(state, current).suggests,
      busy: standing === "asking",
      chords: state.chords,
      settings: state.settings,
    };
  });
  if (!shown) return null;
  const { chords, settings, ...picked } = shown;
  return (
    <OutcomePicker
      {...picked}
      keys={(outcome) => keysOf(outcome, { chords, settings })}
      label={(outcome) => keysIn({ settings })[outcome].label}
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
