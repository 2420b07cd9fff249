import type { ReactNode } from "react";
import styles from "./frame.module.css";
import { PARTS } from "./section.tsx";

interface FrameProps {
  children: ReactNode;
  below: ReactNode;
  /** Some parts are there for a team's administrators alone. */
  isAdmin: boolean;
  /** Whether the parts stand still; until then they keep their room unseen. */
  isSettled: boolean;
}

/** The options page around its parts: the way to each of them at the side. */
export const Frame = ({ children, below, isAdmin, isSettled }: FrameProps) => (
  <div className={styles.frame}>
    <nav className={styles.nav} aria-label="Parts of this page">
      <h1>Rung</h1>
      <ul>
        {PARTS.filter((part) => isAdmin || !("administrators" in part)).map(({ id, name }) => (
          <li key={id}>
            <a href={`#${id}`}>{name}</a>
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
