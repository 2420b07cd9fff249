import { useState } from "react";
import { RANGE_NAMES, type RangeName, type ReportRange } from "#lib/domain/report-range.ts";
import { Button } from "#components/ui/button.tsx";
import styles from "./range-select.module.css";

const NAMES: Record<RangeName, string> = {
  today: "Today",
  last_7: "Last 7 days",
  last_30: "Last 30 days",
  last_90: "Last 90 days",
  this_month: "This month",
};

export interface RangeSelectProps {
  range: ReportRange;
  /** The days that are shown now: where a range of one's own begins. */
  days: { from: string; to: string };
  onRange: (range: ReportRange) => void;
}

/** The window of days, by name or by its ends: the latter on a line of their own in the header that holds it. */
export function RangeSelect({ range, days, onRange }: RangeSelectProps) {
  const [isOwn, setOwn] = useState(typeof range === "object");
  const choose = (name: string) => {
    const known = RANGE_NAMES.find((one) => one === name);
    setOwn(known === undefined);
    if (known) onRange(known);
  };
  return (
    <>
      <select
        className={styles.select}
        aria-label="Days"
        value={isOwn || typeof range === "object" ? "own" : range}
        onChange={(event) => choose(event.target.value)}
      >
        {RANGE_NAMES.map((name) => (
          <option key={name} value={name}>
            {NAMES[name]}
          </option>
        ))}
        <option value="own">From … to …</option>
      </select>
      {isOwn && <OwnRange key={days.from} days={days} onRange={onRange} />}
    </>
  );
}

function OwnRange({ days, onRange }: Pick<RangeSelectProps, "days" | "onRange">) {
  const [from, setFrom] = useState(days.from);
  const [to, setTo] = useState(days.to);
  const isBackwards = from > to;
  return (
    <form
      className={styles.own}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBackwards) onRange({ from, to });
      }}
    >
      <input
        type="date"
        aria-label="From"
        required
        value={from}
        onChange={(event) => setFrom(event.target.value)}
      />
      <input
        type="date"
        aria-label="To"
        required
        value={to}
        onChange={(event) => setTo(event.target.value)}
      />
      <Button disabled={isBackwards || from === "" || to === ""}>Show</Button>
      {isBackwards && <p role="alert">The first day is later than the last.</p>}
    </form>
  );
}
