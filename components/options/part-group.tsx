import type { ReactNode } from "react";
import styles from "./part-group.module.css";
import type { GroupName } from "./section.tsx";

/** Parts that belong together, under one name. */
export const PartGroup = ({ name, children }: { name: GroupName; children: ReactNode }) => (
  <section className={styles.group} aria-label={name}>
    <p className={styles.name} aria-hidden="true">
      {name}
    </p>
    {children}
  </section>
);
