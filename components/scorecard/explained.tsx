import type { ReactNode } from "react";
import styles from "./explained.module.css";
import { useWhy } from "./why-place.tsx";
import type { Why } from "./why.ts";

export interface ExplainedProps {
  children: ReactNode;
  /** Null where there is nothing to explain. */
  why: () => Why | null;
}

/** A figure that opens why it is this number. */
export function Explained({ children, why }: ExplainedProps) {
  const { opened, open } = useWhy();
  const title = "Why this number";
  return (
    <button
      type="button"
      className={styles.figure}
      title={title}
      aria-haspopup="dialog"
      onClick={({ currentTarget: anchor }) => {
        const said = opened?.anchor === anchor ? null : why();
        open(said && { why: said, anchor });
      }}
    >
      {children}
    </button>
  );
}
