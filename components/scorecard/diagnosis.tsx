import { Notice } from "#components/ui/notice.tsx";
import { sayDiagnosis } from "./diagnosis-words.ts";
import styles from "./diagnosis.module.css";
import { Explained } from "./explained.tsx";
import type { Reading } from "./reading.ts";
import { whyDiagnosis } from "./why-diagnosis.ts";

/** The weakest rung with its advice, or that none stands out yet. */
export function Diagnosis({ reading }: { reading: Reading }) {
  const { tone, title, sentences } = sayDiagnosis(reading.card);
  return (
    <section className={styles.diagnosis} aria-label="Where to work">
      <Notice tone={tone} title={<Explained why={() => whyDiagnosis(reading)}>{title}</Explained>}>
        {sentences.join(" ")}
      </Notice>
    </section>
  );
}
