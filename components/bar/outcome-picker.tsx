import { shortName } from "#components/outcome-name.ts";
import { OutcomeShape } from "#components/outcome-shape.tsx";
import { type Outcome, OUTCOME_NAMES, OUTCOMES } from "#lib/domain/outcome.ts";

interface OutcomePickerProps {
  value: Outcome | null;
  /** What the team's checklist speaks for; a person decides. */
  suggested: Outcome | null;
  /** The keys of each, as its title has them, and what stands on its key. */
  keys: (outcome: Outcome) => string;
  label: (outcome: Outcome) => string;
  /** It is not known yet whether they work. */
  busy: boolean;
  onPick: (outcome: Outcome) => void;
}

/** The five outcomes as one row of buttons, the standing one pressed, each with its key. */
export function OutcomePicker({ value, suggested, keys, label, busy, onPick }: OutcomePickerProps) {
  return (
    <fieldset className="outcomes" aria-label="Outcome" aria-busy={busy}>
      {OUTCOMES.map((outcome) => (
        <button
          key={outcome}
          type="button"
          aria-label={OUTCOME_NAMES[outcome]}
          aria-pressed={outcome === value}
          aria-keyshortcuts={keys(outcome)}
          title={`${OUTCOME_NAMES[outcome]} (${keys(outcome)})${outcome === suggested ? ". Your checklist suggests it." : ""}`}
          data-suggested={outcome === suggested}
          data-outcome={outcome}
          onClick={() => onPick(outcome)}
        >
          <OutcomeShape outcome={outcome} />
          <span className="word">{shortName(outcome)}</span>
          <kbd>{label(outcome)}</kbd>
        </button>
      ))}
    </fieldset>
  );
}
