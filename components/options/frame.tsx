import type { ReactNode } from "react";
import styles from "./frame.module.css";
import { GROUPS, type Part } from "./section.tsx";
import { usePartInView } from "./use-part-in-view.ts";

interface FrameProps {
  children: ReactNode;
  below: ReactNode;
  /** Which parts are there for who looks. */
  sees: { administrators: boolean; managers: boolean };
  /** Whether the parts stand still; until then they keep their room unseen. */
  isSettled: boolean;
}

/** The options page around its parts: the way to each of them at the side, by what they are about. */
export function Frame({ children, below, sees, isSettled }: FrameProps) {
  const isThere = ({ administrators, managers }: Part) =>
    (administrators !== true || sees.administrators) && (managers !== true || sees.managers);
  const groups = GROUPS.map(({ name, parts }) => ({ name, parts: parts.filter(isThere) }));
  const inView = usePartInView(
    groups.flatMap(({ parts }) => parts.map(({ id }) => id)),
    isSettled,
  );
  return (
    <div className={styles.frame}>
      <nav className={styles.nav} aria-label="Parts of this page">
        <h1>Rung</h1>
        <ul className={styles.groups}>
          {groups.map(({ name, parts }) => (
            <li key={name}>
              <a
                className={styles.group}
                href={`#${parts[0]?.id ?? ""}`}
                data-holds={parts.some(({ id }) => id === inView) || null}
              >
                {name}
              </a>
              <ul aria-label={name}>
                {parts.map((part) => (
                  <li key={part.id}>
                    <a href={`#${part.id}`} aria-current={part.id === inView ? "location" : undefined}>
                      {part.name}
                    </a>
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
      </nav>
      <main className={styles.parts} aria-busy={!isSettled}>
        {children}
      </main>
      <div className={styles.done}>{below}</div>
    </div>
  );
}
