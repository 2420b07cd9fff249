import { METRIC_NAMES, METRICS, type Metric } from "#lib/domain/response-target.ts";
import { Explained } from "./explained.tsx";
import type { Reading } from "./reading.ts";
import { defaultWords, NONE, sayResponse } from "./response-words.ts";
import styles from "./responses.module.css";
import { whyResponse } from "./why-response.ts";

/** How fast was answered: share in time, median and 90th percentile of what anybody waited for. */
export function Responses({ reading }: { reading: Reading }) {
  const { responseTimes } = reading.card;
  if (responseTimes === null) return null;
  const waited = METRICS.filter((metric) => {
    const { answered, unanswered, running, inexact } = responseTimes[metric];
    return answered + unanswered + running + inexact > 0;
  });
  const isDefault = defaultWords(reading.defaults);
  return (
    <section className={styles.responses} aria-label="Response times">
      {waited.length === 0 ? (
        <p className={styles.none}>Nobody waited for an answer in these days.</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">{isDefault ?? "Response times"}</th>
              <th scope="col">In time</th>
              <th scope="col">Median</th>
              <th scope="col" title="The 90th percentile: nine in ten took no longer">
                9 in 10
              </th>
            </tr>
          </thead>
          <tbody>
            {waited.map((metric) => (
              <ResponseRow key={metric} metric={metric} reading={reading} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function ResponseRow({ metric, reading }: { metric: Metric; reading: Reading }) {
  const figures = reading.card.responseTimes?.[metric];
  if (!figures) return null;
  const { inTime, of, state, median, p90, beside } = sayResponse(figures);
  const why = () => whyResponse(metric, reading);
  return (
    <tr title={[of, ...beside].join("; ")}>
      <th scope="row">
        {METRIC_NAMES[metric]}
        {state !== null && <small>{state}</small>}
      </th>
      {Object.entries({ inTime, median, p90 }).map(([column, words]) => (
        <td key={column} className={words === NONE ? styles.unknown : ""}>
          <Explained why={why}>{words}</Explained>
        </td>
      ))}
    </tr>
  );
}
