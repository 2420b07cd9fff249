import { followUpWords } from "./follow-up.ts";
import { HANDOFF_NAMES, OUTCOME_NAMES } from "./outcome.ts";
import type { MacroAction } from "./settings.ts";
import { sourceWords } from "./source-words.ts";

const HANDING = { coming: "hand off to", done: "handed to" } as const;

/**
 * What an action of a macro does besides inserting a text, in words: "hand off to sales", "follow up in 3 days".
 * @param when `coming` is told as what it will do, `done` as what then holds: "handed to sales"
 */
export function actionWords(action: MacroAction, when: keyof typeof HANDING): string {
  switch (action.kind) {
    case "outcome":
      return OUTCOME_NAMES[action.outcome].toLowerCase();
    case "handoff":
      return `${HANDING[when]} ${HANDOFF_NAMES[action.to].toLowerCase()}`;
    case "source":
      return `source ${sourceWords(action.source, {}).join(" ")}`;
    case "no_answer":
      return "no answer needed";
    case "follow_up":
      return followUpWords(action);
  }
}

/** What a macro will do besides: "qualified, hand off to sales, follow up in 3 days". */
export const actionsWords = (actions: readonly MacroAction[]): string =>
  actions.map((action) => actionWords(action, "coming")).join(", ");
