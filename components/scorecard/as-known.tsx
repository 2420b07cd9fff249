import { useId, useState } from "react";
import type { Day } from "#lib/domain/day.ts";
import type { AsKnown } from "#lib/queries.ts";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { count, longDay } from "./numbers.ts";
import styles from "./as-known.module.css";

export interface AsKnownLineProps {
  /** The day that was asked for; null while the figures are those of now. */
  on: Day | null;
  /** The report of that day; null while nothing is known of it. */
  past: AsKnown | null;
  /** Days that can be asked for: from the first of the window to today. */
  days: { from: Day; to: Day };
  onAsk: (on: Day | null) => void;
  onAgain: () => void;
}

/** Asks for the figures as they were known on a past day, and says so as long as they are shown. */
export function AsKnownLine(props: AsKnownLineProps) {
  const { on, past, onAsk, onAgain } = props;
  if (on === null) return <Chooser {...props} />;
  const back = <Button onPress={() => onAsk(null)}>Show what is known now</Button>;
  if (past?.state === "failed")
    return (
      <Notice
        tone="bad"
        title={past.sentence}
        step={
          <>
            <Button onPress={onAgain}>Try again</Button>
            {back}
          </>
        }
      >
        <p>These would be the figures as known on {longDay(on)}.</p>
      </Notice>
    );
  if (past?.state === "ready")
    return (
      <Notice tone="warn" title={`As known on ${longDay(on)}`} step={back}>
        <p>What the team had recorded when that day ended. Spend and settings are those of today.</p>
      </Notice>
    );
  return <Reading on={on} done={past?.done ?? 0} of={past?.of ?? null} onCancel={() => onAsk(null)} />;
}

interface ReadingProps {
  on: Day;
  done: number;
  of: number | null;
  onCancel: () => void;
}

function Reading({ on, done, of, onCancel }: ReadingProps) {
  const words = of === null ? "" : `: ${count(done)} of ${count(of)} conversations`;
  return (
    <div className={styles.reading}>
      <progress
        aria-label="How much of the log is read"
        {...(of !== null && { value: done, max: Math.max(1, of) })}
      />
      <output>
        Reading what was known on {longDay(on)}
        {words}
      </output>
      <Button look="quiet" onPress={onCancel}>
        Cancel
      </Button>
    </div>
  );
}

function Chooser({ days, onAsk }: AsKnownLineProps) {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const [on, setOn] = useState("");
  if (!isOpen)
    return (
      <div className={styles.closed}>
        <Button look="quiet" onPress={() => setOpen(true)}>
          As known on a past day…
        </Button>
      </div>
    );
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        onAsk(on);
      }}
    >
      <label htmlFor={id}>As known on</label>
      <input
        id={id}
        type="date"
        required
        ref={(field) => field?.focus()}
        min={days.from}
        max={days.to}
        value={on}
        onChange={(event) => setOn(event.target.value)}
      />
      <Button disabled={on === ""}>Show</Button>
      <Button look="quiet" onPress={() => setOpen(false)}>
        Close
      </Button>
    </form>
  );
}
