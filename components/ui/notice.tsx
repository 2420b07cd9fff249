import type { ReactNode } from "react";
import styles from "./notice.module.css";

export interface NoticeProps {
  tone: "calm" | "warn" | "bad";
  title: ReactNode;
  children?: ReactNode;
  /** The next step, as a button. */
  step?: ReactNode;
}

/** Something to know, in words, with the next step beside it. */
export const Notice = ({ tone, title, children, step }: NoticeProps) => (
  <div className={`${styles.notice} ${styles[tone]}`} role={tone === "bad" ? "alert" : "status"}>
    <p className={styles.title}>{title}</p>
    {children !== undefined && <div className={styles.words}>{children}</div>}
    {step !== undefined && <div className={styles.step}>{step}</div>}
  </div>
);
