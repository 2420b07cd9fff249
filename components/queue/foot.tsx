import styles from "./queue-view.module.css";

/** One sentence about what was opened, or is in the way. */
export interface QueueNotice {
  text: string;
  tone: "plain" | "warn";
  /** Opens it all the same; null where there is nothing to confirm. */
  onEvenSo: (() => void) | null;
}

/** What happened to the conversation that was opened, else which keys there are. */
export const Foot = ({ notice, keys }: { notice: QueueNotice | null; keys: string }) => (
  <footer className={styles.foot}>
    <output data-tone={notice?.tone}>{notice?.text ?? keys}</output>
    {notice?.onEvenSo && (
      <button type="button" onClick={notice.onEvenSo}>
        Open it all the same
      </button>
    )}
  </footer>
);
