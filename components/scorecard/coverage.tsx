import { sayBounds, sayCoverage } from "./coverage-words.ts";
import styles from "./coverage.module.css";
import { Explained } from "./explained.tsx";
import { count } from "./numbers.ts";
import type { Reading } from "./reading.ts";
import { whyCoverage, whyUntagged } from "./why-coverage.ts";

/** How much of what happened is known, and how far the rest could move the headline. */
export function Coverage({ reading }: { reading: Reading }) {
  const { card } = reading;
  const bounds = sayBounds(reading);
  return (
    <section className={styles.coverage} aria-label="Coverage">
      <dl>
        {sayCoverage(card).map(({ key, name, share }) => (
          <div key={key}>
            <dt>{name}</dt>
            <dd>
              <Explained why={() => whyCoverage(key, reading)}>{share}</Explained>
            </dd>
          </div>
        ))}
      </dl>
      {bounds !== null && (
        <p>
          <Explained why={() => whyUntagged(reading)}>{count(bounds.untagged)} untagged</Explained>
          {bounds.words}
        </p>
      )}
    </section>
  );
}
