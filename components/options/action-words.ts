import { followUpWords } from "#lib/domain/follow-up.ts";
import { HANDOFF_NAMES, OUTCOME_NAMES } from "#lib/domain/outcome.ts";
import type { MacroAction } from "#lib/domain/settings.ts";
import { sourceWords } from "#lib/domain/source-words.ts";

function wordsOf(action: MacroAction): string {
  switch (action.kind) {
    case "outcome":
      return OUTCOME_NAMES[action.outcome].toLowerCase();
    case "handoff":
      return `hand off to ${HANDOFF_NAMES[action.to].toLowerCase()}`;
    case "source":
      return `source: ${sourceWords(action.source, {}).join(" ")}`;
    case "no_answer":
      return "no answer needed";
    case "follow_up":
      return followUpWords(action);
  }
}

/** What a macro does besides: "qualified, hand off to sales, follow up in 3 days". */
export const actionsWords = (actions: readonly MacroAction[]): string => actions.map(wordsOf).join(", ");
