import styles from "./dot.module.css";

export type Tone = "good" | "warn" | "bad" | "calm";

/** A small mark beside words that say the same: a disc, a ring, a square. */
export const Dot = ({ tone }: { tone: Tone }) => (
  <span className={`${styles.dot} ${styles[tone]}`} aria-hidden="true" />
);
