import type { ReactNode } from "react";
import { Notice } from "#components/ui/notice.tsx";
import styles from "./managed.module.css";

/** Parts that a team's managers decide; everybody else reads them. */
export const Managed = ({ may, children }: { may: boolean; children: ReactNode }) => (
  <>
    {!may && (
      <Notice
        tone="calm"
        title="A manager of your team decides what follows: report, goals, hours, targets, outcomes, macros, suggestions."
      />
    )}
    <fieldset className={styles.parts} disabled={!may}>
      {children}
    </fieldset>
  </>
);
