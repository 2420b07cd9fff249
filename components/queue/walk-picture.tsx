import { OutcomeShape } from "#components/outcome-shape.tsx";
import { Share } from "#components/scorecard/share.tsx";
import { OUTCOME_NAMES } from "#lib/domain/outcome.ts";
import { outcomeShares, type WalkEntry } from "#lib/domain/walk.ts";
import styles from "./walk.module.css";

const share = new Intl.NumberFormat(undefined, { style: "percent" });

/** What the tagged conversations became: a bar and a number for each outcome. */
export function WalkPicture({ tagged }: { tagged: readonly WalkEntry[] }) {
  if (tagged.length === 0) return null;
  const unseen = tagged.filter(({ startSeen }) => !startSeen).length;
  return (
    <section aria-label="What they became">
      <dl className={styles.picture}>
        {outcomeShares(tagged).map(({ outcome, count }) => (
          <div key={outcome}>
            <dt>
              <OutcomeShape outcome={outcome} />
              {OUTCOME_NAMES[outcome]}
            </dt>
            <dd>
              <Share hits={count} of={tagged.length} young={0} />
            </dd>
            <dd>
              {count} <small>{share.format(count / tagged.length)}</small>
            </dd>
          </div>
        ))}
      </dl>
      {unseen > 0 && (
        <p className={styles.note}>
          {unseen} of them began before Rung looked. Such a one stands here and in the inbox, and no rate of
          the scorecard counts it.
        </p>
      )}
    </section>
  );
}
