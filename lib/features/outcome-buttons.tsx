import { OutcomePicker } from "#components/bar/outcome-picker.tsx";
import { type Outcome, OUTCOME_NAMES, OUTCOMES } from "#lib/domain/outcome.ts";
import { useCurrent, useOverlay, useOverlayState } from "#lib/overlay/context.ts";
import { hasAccessKeys } from "#lib/overlay/keys.ts";
import type { Judgement, Overlay } from "#lib/overlay/overlay.ts";
import { refusalOf, standingOf } from "#lib/overlay/standing.ts";
import type { PanelId } from "#lib/overlay/state.ts";
import { features } from "./registry.ts";

/** What an outcome asks for besides. */
const PANELS: Partial<Record<Outcome, PanelId>> = { unqualified: "reason", converted: "sale" };

/** How often the page is asked for access keys of its own, in ms. */
const LOOK_MS = 5_000;

/** The judgement, and for a conversion the sale that stands and falls with it. */
function judgementsOf(overlay: Overlay, outcome: Outcome): Judgement[] {
  const id = overlay.mint();
  const tag: Judgement = { id, kind: "outcome_tagged", data: { outcome } };
  return outcome === "converted"
    ? [tag, { kind: "sale_recorded", data: { how: "in_chat", tag: id } }]
    : [tag];
}

/** Tags the conversation that is open now; a second time only brings back what the outcome asks for. */
function tag(overlay: Overlay, outcome: Outcome, isByKey: boolean): void {
  const standing = overlay.standing();
  if (standing.state !== "ready") return overlay.say(refusalOf(standing), "warn");
  const last = overlay.current().conversation?.outcome?.outcome;
  const isSame = last === outcome;
  if (!isSame && !overlay.judge(standing.thread, judgementsOf(overlay, outcome))) return;
  overlay.say(isSame ? `Already ${OUTCOME_NAMES[outcome].toLowerCase()}.` : OUTCOME_NAMES[outcome]);
  const panel = PANELS[outcome];
  if (!panel) return overlay.close();
  const isInBar = overlay.window.document.activeElement === overlay.host;
  // A reason can wait while the rep writes on; an amount is typed next.
  overlay.open(panel, panel === "sale" || isInBar || (isByKey && isSame));
}

function OutcomeButtons() {
  const overlay = useOverlay();
  const state = useOverlayState((state) => standingOf(state).state);
  const chords = useOverlayState(({ chords }) => chords === "on");
  const { conversation } = useCurrent();
  if (state !== "ready" && state !== "asking") return null;
  return (
    <OutcomePicker
      value={conversation?.outcome?.outcome ?? null}
      chords={chords}
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
    store.set({ chords: hasAccessKeys(window.document) ? "off" : "on" });
  };
  look();
  signal.addEventListener("abort", clock.subscribe(look), { once: true });
}

features.add("outcome-buttons", { bar: { slot: "main", View: OutcomeButtons }, start });
