import { actionWords } from "#lib/domain/action-words.ts";
import type { Conversation } from "#lib/domain/conversation.ts";
import type { StoredEvent } from "#lib/domain/event.ts";
import { standingOffer } from "#lib/domain/handoff.ts";
import type { Macro, MacroAction } from "#lib/domain/settings.ts";
import { sameThread, type Thread } from "#lib/domain/thread.ts";
import { sentenceOf } from "#lib/errors.ts";
import type { Inserted } from "#lib/inbox/compose.ts";
import { followUpAt } from "./follow-up-times.ts";
import { handingOff, type Offering, type Said } from "./hand-off.ts";
import type { Judgement, Overlay } from "./overlay.ts";
import { readyThread } from "./ready.ts";
import { isWaiting, settledAt } from "./settling.ts";
import { dayTime } from "./words.ts";

/** What was recorded with a macro, in words; null for what comes along with something else. */
export function recordedWords({ kind, data }: StoredEvent, now: number): string | null {
  switch (kind) {
    case "outcome_tagged":
      return actionWords({ kind: "outcome", outcome: data.outcome }, "done");
    case "handoff_offered":
      return actionWords({ kind: "handoff", to: data.to }, "done");
    case "source_attributed":
      return actionWords({ kind: "source", source: data.source }, "done");
    case "no_answer_needed":
      return actionWords({ kind: "no_answer" }, "done");
    case "follow_up_set":
      return `follow up on ${dayTime(data.due, now)}`;
    default:
      return null;
  }
}

/** What a macro hands off, and the outcome that it hands it off with; null where it does not, or it stands so. */
export function handoffIn({ actions = [] }: Macro, conversation: Conversation | null): Offering | null {
  const to = actions.findLast((action) => action.kind === "handoff")?.to;
  const outcome = actions.findLast((action) => action.kind === "outcome")?.outcome;
  if (to === undefined || standingOffer(conversation?.handoffs ?? [])?.to === to) return null;
  return { to, conversation, outcome: outcome ?? conversation?.outcome?.outcome ?? null };
}

/** What an action records; nothing where the conversation says so already. */
function judgementsOf(overlay: Overlay, macro: Macro, action: MacroAction, said: Said): Judgement[] {
  const { conversation } = overlay.current();
  switch (action.kind) {
    case "outcome": {
      const { outcome, reason } = action;
      const id = overlay.mint();
      const tag: Judgement = { id, kind: "outcome_tagged", data: { outcome, reason } };
      // What the rep said for the colleague who takes over stands in its place.
      if (conversation?.outcome?.outcome === outcome || said.as) return [];
      return outcome === "converted"
        ? [tag, { kind: "sale_recorded", data: { how: "in_chat", tag: id } }]
        : [tag];
    }
    case "handoff": {
      const { settings } = overlay.store.get();
      const isAsked = handoffIn(macro, conversation)?.to === action.to;
      return isAsked ? handingOff({ to: action.to, conversation }, settings, said) : [];
    }
    case "source":
      return [{ kind: "source_attributed", data: { source: action.source, method: "chosen" } }];
    case "no_answer":
      return isWaiting(overlay.current()) ? [{ kind: "no_answer_needed", data: {} }] : [];
    case "follow_up": {
      const due = followUpAt(action, overlay.clock.now());
      return conversation?.followUpAt === due ? [] : [{ kind: "follow_up_set", data: { due } }];
    }
  }
}

function isOpen(overlay: Overlay, thread: Thread): boolean {
  const standing = overlay.standing();
  return standing.state === "ready" && sameThread(thread, thread);
}

const WHY: Record<Inserted["because"], string> = {
  verified: "",
  busy: "A text is being inserted already.",
  moved_on: "Nothing inserted: another conversation came up.",
  no_composer: "There is no field for an answer here.",
  left: "Another conversation came up before the text was seen to stand: look at the field of the one before.",
  not_taken: "The page did not take the text.",
  changed: "The field for the answer holds something else than was to be: look before you send.",
};

/** What was not inserted goes to the clipboard, unless it was meant for another conversation. */
async function handOver(overlay: Overlay, text: string, because: Inserted["because"]): Promise<void> {
  const why = WHY[because];
  if (because === "busy" || because === "moved_on" || because === "left") return overlay.say(why, "warn");
  try {
    await overlay.window.navigator.clipboard.writeText(text);
    overlay.say(`${why} It was copied: press Ctrl+V where it is to stand.`, "warn", true);
  } catch (error) {
    overlay.say(`${why} It could not be copied either: ${sentenceOf(error)}`, "bad", true);
  }
}

/**
 * Puts a macro at the caret of the composer; it is never sent. Only where the text stands there are it and its actions
 * recorded, together or not at all.
 * @param said what was asked of its handoff
 */
export async function insertMacro(
  overlay: Overlay,
  macro: Macro,
  text: string,
  said: Said = {},
): Promise<void> {
  // Back in the page first: the caret is where the rep left it.
  overlay.close();
  const thread = readyThread(overlay);
  if (!thread) return;
  const { inserted, because } = await overlay.insert(text, () => isOpen(overlay, thread));
  if (!inserted) return handOver(overlay, text, because);
  const actions = (macro.actions ?? []).flatMap((action) => judgementsOf(overlay, macro, action, said));
  // What is done at one instant is taken back by one undo; a wait says itself at which one it may end.
  const isSettling = actions.some(({ kind }) => kind === "no_answer_needed");
  const at = isSettling ? settledAt(overlay.current(), overlay.clock.now()) : undefined;
  const all: Judgement[] = [{ kind: "macro_inserted", data: { macro: macro.id } }, ...actions];
  if (overlay.judge(thread, at === undefined ? all : all.map((one) => ({ ...one, at }))))
    overlay.say(`${macro.name}: inserted, not sent`);
}
