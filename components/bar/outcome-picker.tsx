import { shortName } from "#components/outcome-name.ts";
import { OutcomeShape } from "#components/outcome-shape.tsx";
import { type Outcome, OUTCOME_NAMES, OUTCOMES } from "#lib/domain/outcome.ts";

interface OutcomePickerProps {
  value: Outcome | null;
  /** What the team's checklist speaks for; a person decides. */
  suggested: Outcome | null;
  /** The keys over the whole page work ("Alt+Shift+1"); the plain digits always do. */
  chords: boolean;
  /** It is not known yet whether they work. */
  busy: boolean;
  onPick: (outcome: Outcome) => void;
}

/** The five outcomes as one row of buttons, the standing one pressed, each with its digit. */
export function OutcomePicker({ value, suggested, chords, busy, onPick }: OutcomePickerProps) {
  return (
    <fieldset className="outcomes" aria-label="Outcome" aria-busy={busy}>
      {OUTCOMES.map((outcome, index) => {
        const digit = index + 1;
        const keys = chords ? `Alt+Shift+${digit}` : String(digit);
        return (
          <button
            key={outcome}
            type="button"
            aria-label={OUTCOME_NAMES[outcome]}
            aria-pressed={outcome === value}
            aria-keyshortcuts={keys}
            title={`${OUTCOME_NAMES[outcome]} (${keys})${outcome === suggested ? ". Your checklist suggests it." : ""}`}
            data-suggested={outcome === suggested}
            data-outcome={outcome}
            onClick={() => onPick(outcome)}
          >
            <OutcomeShape outcome={outcome} />
            <span className="word">{shortName(outcome)}</span>
            <kbd>{digit}</kbd>
          </button>
        );
      })}
    </fieldset>
  );
}
