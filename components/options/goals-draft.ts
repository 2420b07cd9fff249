import { majorText } from "#lib/domain/amount.ts";
import type { LadderTargets } from "#lib/domain/diagnosis-shortfall.ts";
import { parseTyped } from "#lib/domain/typed-amount.ts";
import { parseCount, parseShare, shareText } from "./number-text.ts";
import type { Read } from "./windows-text.ts";

export type Goal = keyof LadderTargets;

export const GOALS: readonly Goal[] = [
  "costPerMessageMinor",
  "replyRate",
  "qualificationRate",
  "handoffRate",
  "closeRate",
  "conversations",
];

export const GOAL_NAMES: Record<Goal, string> = {
  costPerMessageMinor: "Cost per message at most",
  replyRate: "Reply rate, %",
  qualificationRate: "Qualification rate, % of started",
  handoffRate: "Handoff rate, % of qualified",
  closeRate: "Close rate, % of handed off",
  conversations: "Conversations in a window",
};

/** Goals as they are being typed; "" is none. */
export type GoalsDraft = Record<Goal, string>;

export const draftOf = (goals: LadderTargets, currency: string): GoalsDraft => ({
  costPerMessageMinor:
    goals.costPerMessageMinor === null ? "" : majorText(goals.costPerMessageMinor, currency),
  replyRate: shareText(goals.replyRate),
  qualificationRate: shareText(goals.qualificationRate),
  handoffRate: shareText(goals.handoffRate),
  closeRate: shareText(goals.closeRate),
  conversations: goals.conversations === null ? "" : String(goals.conversations),
});

export interface GoalsRead {
  /** Null while something is wrong. */
  goals: LadderTargets | null;
  problems: Partial<Record<Goal, string>>;
}

function parseMoney(text: string, currency: string): Read<number | null> {
  if (text.trim() === "") return { ok: true, value: null };
  const typed = parseTyped(text, currency);
  return typed.ok ? { ok: true, value: typed.amountMinor } : { ok: false, sentence: typed.sentence };
}

/** Goals as typed; what is wrong is named by its rung. */
export function readDraft(draft: GoalsDraft, currency: string): GoalsRead {
  const reads: Record<Goal, Read<number | null>> = {
    costPerMessageMinor: parseMoney(draft.costPerMessageMinor, currency),
    replyRate: parseShare(draft.replyRate),
    qualificationRate: parseShare(draft.qualificationRate),
    handoffRate: parseShare(draft.handoffRate),
    closeRate: parseShare(draft.closeRate),
    conversations: parseCount(draft.conversations, 10_000_000),
  };
  const problems: GoalsRead["problems"] = {};
  const value = (goal: Goal): number | null => {
    const read = reads[goal];
    if (!read.ok) problems[goal] = read.sentence;
    return read.ok ? read.value : null;
  };
  const goals: LadderTargets = {
    costPerMessageMinor: value("costPerMessageMinor"),
    replyRate: value("replyRate"),
    qualificationRate: value("qualificationRate"),
    handoffRate: value("handoffRate"),
    closeRate: value("closeRate"),
    conversations: value("conversations"),
  };
  return { goals: Object.keys(problems).length === 0 ? goals : null, problems };
}
