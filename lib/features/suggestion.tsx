import { SuggestionChip } from "#components/bar/suggestion-chip.tsx";
import { suggestsWords } from "#lib/domain/source-words.ts";
import { sentenceOf } from "#lib/errors.ts";
import { useOverlay, useShown } from "#lib/overlay/context.ts";
import { handingOff, questionOf } from "#lib/overlay/hand-off.ts";
import { keysOf } from "#lib/overlay/keys-shown.ts";
import type { Judgement, Overlay } from "#lib/overlay/overlay.ts";
import { standingOf } from "#lib/overlay/standing.ts";
import { readyThread } from "#lib/overlay/ready.ts";
import type { OverlayState } from "#lib/overlay/state.ts";
import { type Suggestion, suggestionsOf } from "#lib/overlay/suggestions.ts";
import { dayTime } from "#lib/overlay/words.ts";
import { features } from "./registry.ts";

const NO_ADS: Record<string, string> = {};

const heardIn = ({ reading, settings }: OverlayState) =>
  [reading?.open?.heard ?? [], settings?.keywords ?? []] as const;

const adsOf = ({ settings }: OverlayState): Record<string, string> => settings?.ads ?? NO_ADS;

/** Why it is suggested. The word is the team's own: of the message nothing more is known than that it holds it. */
function whyOf({ word, at }: Suggestion, what: string, state: OverlayState, now: number): string {
  const when = at === null ? "" : ` (${dayTime(at, now)})`;
  const keys = `${keysOf("accept", state)} takes it, ${keysOf("dismiss", state)} dismisses it.`;
  return `The customer wrote “${word}”${when}; a rule of your team then suggests: ${what}. ${keys}`;
}

/** What a suggestion records as it stands; null where something is to be asked first. */
function judgementsOf(overlay: Overlay, { suggests, at }: Suggestion): Judgement[] | null {
  if (suggests.kind === "handoff") {
    const { to } = suggests;
    if (to === null) return null;
    const { conversation } = overlay.current();
    const { settings } = overlay.store.get();
    const offering = { to, conversation, outcome: conversation?.outcome?.outcome ?? null };
    return questionOf(offering, settings, {}) === null ? handingOff(offering, settings, {}) : null;
  }
  const { source } = suggests;
  const about = at === null ? {} : { about: at };
  return [{ kind: "source_attributed", data: { source, method: "keyword", ...about } }];
}

/** Does what is suggested; what a handoff asks for besides, or a rule leaves open, the rep says in its panel. */
function take(overlay: Overlay, suggestion: Suggestion): void {
  const thread = readyThread(overlay);
  if (!thread) return;
  const { suggests } = suggestion;
  const judgements = judgementsOf(overlay, suggestion);
  if (!judgements)
    return overlay.open("handoff", true, (suggests.kind === "handoff" && suggests.to) || undefined);
  if (!overlay.judge(thread, judgements)) return;
  const what = suggestsWords(suggestion.suggests, adsOf(overlay.store.get()));
  overlay.say(`${what.charAt(0).toUpperCase()}${what.slice(1)}, from “${suggestion.word}”`);
}

async function dismiss(overlay: Overlay, { word }: Suggestion): Promise<void> {
  const thread = readyThread(overlay);
  if (!thread) return;
  const learn = overlay.expectLog();
  try {
    learn(await overlay.send("dismiss", { thread: thread, word }));
    overlay.say(`Not suggested again in this conversation: “${word}”`);
  } catch (error) {
    overlay.say(`Not dismissed: ${sentenceOf(error)}`, "warn");
  }
}

function SuggestionInBar() {
  const overlay = useOverlay();
  const shown = useShown((state) => {
    const [first, ...others] = suggestionsOf(overlay.current(), ...heardIn(state));
    if (!first || standingOf(state).state !== "ready") return null;
    const what = suggestsWords(first.suggests, adsOf(state));
    return { first, what, why: whyOf(first, what, state, overlay.clock.now()), more: others.length };
  });
  if (!shown) return null;
  const { first, what, why, more } = shown;
  return (
    <SuggestionChip
      word={first.word}
      what={what}
      why={why}
      more={more}
      onTake={() => take(overlay, first)}
      onDismiss={() => void dismiss(overlay, first)}
    />
  );
}

/** What a key of ours is about: the suggestion that is shown. */
function withFirst(overlay: Overlay, run: (overlay: Overlay, suggestion: Suggestion) => unknown): void {
  const [first] = suggestionsOf(overlay.current(), ...heardIn(overlay.store.get()));
  if (first) run(overlay, first);
  else overlay.say("Nothing is suggested here.", "warn");
}

features.add("suggestion", {
  needs: ["messages"],
  bar: { slot: "status", View: SuggestionInBar },
  start: (overlay, signal) => {
    overlay.keys.on("accept", () => withFirst(overlay, take), signal);
    overlay.keys.on("dismiss", () => withFirst(overlay, dismiss), signal);
  },
});
