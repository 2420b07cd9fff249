import { fieldsOf, fillMacro, MACRO_PROBLEMS, parseMacro, type Piece } from "#lib/domain/macro.ts";
import { pathOf, folderName } from "#lib/domain/macro-folder.ts";
import type { MacroVariable } from "#lib/domain/macro-variable.ts";
import type { FollowUpUnit } from "#lib/domain/follow-up.ts";
import { type HandoffKind, HANDOFFS, type Outcome, OUTCOMES } from "#lib/domain/outcome.ts";
import type { Macro, MacroAction } from "#lib/domain/settings.ts";
import { draftOfSource, NO_SOURCE, readSource, type SourceDraft } from "./source-draft.ts";

/** A macro as it is typed. An empty text is "nothing" in what it does besides. */
export interface MacroDraft {
  name: string;
  folder: string;
  template: string;
  outcome: Outcome | "";
  reason: string;
  handoff: HandoffKind | "";
  hasSource: boolean;
  source: SourceDraft;
  /** It says that no answer is needed. */
  settles: boolean;
  followUp: FollowUpUnit | "";
  /** How many hours or days on. */
  count: string;
}

export const EMPTY_MACRO: Omit<Macro, "id"> = { name: "", folder: null, template: "" };

/** What the preview puts in. */
const SAMPLE: Record<MacroVariable, string> = {
  "customer.name": "Nora Lind",
  "customer.first_name": "Nora",
  "page.name": "Sample Shop",
  "rep.name": "Kim",
  "handoff.eta": "Monday 9:30",
};

const actionOf = <Kind extends MacroAction["kind"]>(
  { actions = [] }: Pick<Macro, "actions">,
  kind: Kind,
): Extract<MacroAction, { kind: Kind }> | undefined =>
  actions.findLast((action): action is Extract<MacroAction, { kind: Kind }> => action.kind === kind);

export function draftOfMacro(macro: Omit<Macro, "id">): MacroDraft {
  const outcome = actionOf(macro, "outcome");
  const source = actionOf(macro, "source");
  const followUp = actionOf(macro, "follow_up");
  return {
    name: macro.name,
    folder: macro.folder ?? "",
    template: macro.template,
    outcome: outcome?.outcome ?? "",
    reason: outcome?.reason ?? "",
    handoff: actionOf(macro, "handoff")?.to ?? "",
    hasSource: source !== undefined,
    source: source ? draftOfSource(source.source) : NO_SOURCE,
    settles: actionOf(macro, "no_answer") !== undefined,
    followUp: followUp?.unit ?? "",
    count: String(followUp?.count ?? 3),
  };
}

export const outcomeFrom = (value: string): Outcome | "" => OUTCOMES.find((one) => one === value) ?? "";
export const handoffFrom = (value: string): HandoffKind | "" => HANDOFFS.find((one) => one === value) ?? "";

const COUNT_PROBLEM = "Give a whole number from 1 to 365.";

/** How many hours or days were typed; null where it is no such number. */
function countOf(text: string): number | null {
  const count = /^\d{1,3}$/.test(text.trim()) ? Number(text) : 0;
  return count >= 1 && count <= 365 ? count : null;
}

/**
 * What is read of a draft: the macro where it is whole, what is wrong, how it would read with sample values, and what
 * it does besides.
 */
export interface ReadMacro {
  macro: Omit<Macro, "id"> | null;
  problems: { name?: string; template?: string; source?: string; count?: string };
  preview: Piece[];
  actions: MacroAction[];
}

function actionsOf(draft: MacroDraft): MacroAction[] {
  const { outcome, reason, handoff, hasSource, source, settles, followUp } = draft;
  const count = countOf(draft.count);
  const read = hasSource ? readSource(source) : null;
  const because = outcome === "unqualified" && reason !== "" ? { reason } : {};
  return [
    ...(outcome === "" ? [] : [{ kind: "outcome" as const, outcome, ...because }]),
    ...(handoff === "" ? [] : [{ kind: "handoff" as const, to: handoff }]),
    ...(read ? [{ kind: "source" as const, source: read }] : []),
    ...(settles ? [{ kind: "no_answer" as const }] : []),
    ...(followUp !== "" && count !== null ? [{ kind: "follow_up" as const, count, unit: followUp }] : []),
  ];
}

/**
 * Reads what was typed.
 * @param taken names of the other macros of the same list
 */
export function readMacro(draft: MacroDraft, taken: readonly string[]): ReadMacro {
  const segments = parseMacro(draft.template);
  const answers = Object.fromEntries(fieldsOf(segments).map(({ name }) => [name, `‹${name}›`]));
  const preview = fillMacro(segments, SAMPLE, answers);
  const wrong = preview.find((piece) => piece.kind === "error");
  const name = draft.name.trim();
  const isTaken = taken.some((one) => one.toLowerCase() === name.toLowerCase());
  const lacksSource = draft.hasSource && readSource(draft.source) === null;
  const problems = {
    ...(isTaken && { name: "There is a macro of this name already." }),
    ...(wrong?.kind === "error" && { template: `${wrong.source}: ${MACRO_PROBLEMS[wrong.problem]}` }),
    ...(lacksSource && { source: "Name the source, or choose none." }),
    ...(draft.followUp !== "" && countOf(draft.count) === null && { count: COUNT_PROBLEM }),
  };
  const isWhole = name !== "" && draft.template.trim() !== "" && Object.keys(problems).length === 0;
  const actions = actionsOf(draft);
  return {
    macro: isWhole
      ? {
          name,
          folder: folderName(pathOf(draft.folder)),
          template: draft.template,
          ...(actions.length > 0 && { actions }),
        }
      : null,
    problems,
    preview,
    actions,
  };
}

/** A name that is not taken: "Thanks (copy)", "Thanks (copy 2)". */
export function copyName(name: string, taken: readonly string[]): string {
  const base = name.slice(0, 88);
  for (let number = 1; ; number++) {
    const copy = `${base} (copy${number === 1 ? "" : ` ${number}`})`;
    if (!taken.some((one) => one.toLowerCase() === copy.toLowerCase())) return copy;
  }
}

/** The list with one item a place up (-1) or down (1). */
export function moved<Item>(items: readonly Item[], index: number, by: -1 | 1): Item[] {
  const to = index + by;
  const item = items[index];
  if (item === undefined || to < 0 || to >= items.length) return [...items];
  return items.toSpliced(index, 1).toSpliced(to, 0, item);
}
