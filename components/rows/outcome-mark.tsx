import { shortName } from "#components/outcome-name.ts";
import { OutcomeShape } from "#components/outcome-shape.tsx";
import type { Names } from "#lib/domain/named-list.ts";
import { type Outcome, OUTCOME_NAMES, reasonName } from "#lib/domain/outcome.ts";

/** What a conversation of the list became: a shape and a word, the reason where there is room. */
export function OutcomeMark({
  outcome,
  reason,
  names,
}: {
  outcome: Outcome;
  reason: string | null;
  names: Names;
}) {
  const why = reason === null ? "" : `, ${reasonName(reason, names).toLocaleLowerCase()}`;
  return (
    <span className="mark" data-outcome={outcome} title={OUTCOME_NAMES[outcome] + why}>
      <OutcomeShape outcome={outcome} />
      <bdi>{shortName(outcome) + why}</bdi>
    </span>
  );
}
