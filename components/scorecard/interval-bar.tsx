import styles from "./interval-bar.module.css";

export interface IntervalBarProps {
  low: number;
  /** Null where there is no upper end. */
  high: number | null;
  value: number | null;
  /** All of it may still change: drawn hollow. */
  isYoung?: boolean;
}

/** Where a figure stands within its interval: a band from low to high and a mark. For the eye: the words beside it say the same. */
export function IntervalBar({ low, high, value, isYoung = false }: IntervalBarProps) {
  const end = high ?? low * 2;
  const margin = Math.max((end - low) * 0.7, end * 0.02, Number.MIN_VALUE);
  const from = Math.max(0, low - margin);
  const scale = end + margin - from;
  const at = (figure: number) => `${((figure - from) / scale) * 100}%`;
  return (
    <div className={styles.interval} aria-hidden="true">
      <span className={styles.axis} />
      <span
        className={[styles.band, high === null ? styles.open : "", isYoung ? styles.young : ""].join(" ")}
        style={{ insetInlineStart: at(low), insetInlineEnd: high === null ? 0 : `calc(100% - ${at(high)})` }}
      />
      {value !== null && <span className={styles.mark} style={{ insetInlineStart: at(value) }} />}
    </div>
  );
}
