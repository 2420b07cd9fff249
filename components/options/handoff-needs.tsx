import { neededFor, pointName } from "#lib/domain/checklist.ts";
import { HANDOFF_NAMES, HANDOFFS, type HandoffKind } from "#lib/domain/outcome.ts";
import type { Settings } from "#lib/domain/settings.ts";
import { CheckList } from "#components/ui/check-list.tsx";
import type { Change } from "./change.ts";
import styles from "./handoff-needs.module.css";
import section from "./led.module.css";

interface HandoffNeedsProps {
  checklist: Settings["checklist"];
  onChange: Change;
}

/** Which points a colleague must know, kind by kind of handoff. */
export function HandoffNeeds({ checklist, onChange }: HandoffNeedsProps) {
  const options = checklist.criteria.map((value) => ({ value, name: pointName(value, checklist) }));
  const choose = (to: HandoffKind, points: string[]) =>
    onChange(`Saved what ${HANDOFF_NAMES[to].toLowerCase()} must know.`, (now) => ({
      ...now,
      checklist: { ...now.checklist, needed: { ...now.checklist.needed, [to]: points } },
    }));
  return (
    <section className={section.led}>
      <h3>Before a handoff</h3>
      <p>
        What a colleague must know before taking over. The bar asks for it, and for “qualified”, before it
        hands off.
      </p>
      <div className={styles.kinds}>
        {HANDOFFS.map((to) => (
          <CheckList
            key={to}
            legend={`To ${HANDOFF_NAMES[to].toLowerCase()}`}
            options={options}
            chosen={neededFor(checklist, to)}
            onChoose={(points) => choose(to, points)}
          />
        ))}
      </div>
    </section>
  );
}
