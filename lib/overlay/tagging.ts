import { suggestedOutcome } from "#lib/domain/checklist.ts";
import type { Names } from "#lib/domain/named-list.ts";
import { type Outcome, OUTCOME_NAMES } from "#lib/domain/outcome.ts";
import type { Settings } from "#lib/domain/settings.ts";
import type { Current } from "./current.ts";
import type { Judgement, Overlay } from "./overlay.ts";
import { readyThread } from "./ready.ts";
import type { OverlayState, PanelId } from "./state.ts";

const NO_NAMES: Names = {};

/** What an outcome asks for besides. */
const PANELS: Partial<Record<Outcome, PanelId>> = { unqualified: "reason", converted: "sale" };

/** The team's checklist beside a conversation: its points, those that are ticked, and what that speaks for. */
export interface Checked {
  points: readonly string[];
  names: Names;
  ticked: string[];
  definition: number;
  suggests: Outcome | null;
}

export function checkedOf({ settings }: OverlayState, { conversation }: Current): Checked {
  const {
    version,
    criteria,
    names = NO_NAMES,
  }: Settings["checklist"] = settings?.checklist ?? { version: 1, criteria: [] };
  const ticked = criteria.filter((point) => conversation?.criteria.includes(point));
  const suggests = suggestedOutcome(ticked.length, criteria.length, conversation?.outcome?.outcome ?? null);
  return { points: criteria, names, ticked, definition: version, suggests };
}

/** The judgement with what was ticked, and for a conversion the sale that stands and falls with it. */
function judgementsOf(overlay: Overlay, outcome: Outcome): Judgement[] {
  const id = overlay.mint();
  const { ticked, definition } = checkedOf(overlay.store.get(), overlay.current());
  const criteria = ticked.length > 0 ? { criteria: ticked, definition } : {};
  const tag: Judgement = { id, kind: "outcome_tagged", data: { outcome, ...criteria } };
  return outcome === "converted"
    ? [tag, { kind: "sale_recorded", data: { how: "in_chat", tag: id } }]
    : [tag];
}

/** Tags the conversation that is open now; a second time only brings back what the outcome asks for. */
export function tag(overlay: Overlay, outcome: Outcome, isByKey: boolean): void {
  const thread = readyThread(overlay);
  if (!thread) return;
  const last = overlay.current().conversation?.outcome?.outcome;
  const isSame = last === outcome;
  if (!isSame && !overlay.judge(thread, judgementsOf(overlay, outcome))) return;
  overlay.say(isSame ? `Already ${OUTCOME_NAMES[outcome].toLowerCase()}.` : OUTCOME_NAMES[outcome]);
  const panel = PANELS[outcome];
  if (!panel) return overlay.close();
  const isInBar = overlay.window.document.activeElement === overlay.host;
  // A reason can wait while the rep writes on; an amount is typed next.
  overlay.open(panel, panel === "sale" || isInBar || (isByKey && isSame));
}
