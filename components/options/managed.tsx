import type { ReactNode } from "react";
import { Notice } from "#components/ui/notice.tsx";
import styles from "./managed.module.css";

/** Parts that a team's managers decide; everybody else reads them. */
export const Managed = ({ may, what, children }: { may: boolean; what: string; children: ReactNode }) => (
  <>
    {!may && <Notice tone="calm" title={`A manager of your team decides ${what}.`} />}
    <fieldset className={styles.parts} disabled={!may}>
      {children}
    </fieldset>
  </>
);
