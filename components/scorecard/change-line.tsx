import type { Rung } from "#lib/domain/ladder.ts";
import styles from "./change-line.module.css";
import { sayChange } from "./change-words.ts";
import type { Card } from "./reading.ts";

export interface ChangeLineProps {
  rung: Rung;
  card: Card;
  /** Where there is room for the amount alone; the rest is read out. */
  isShort?: boolean;
}

/** How a rung moved against the window before; coloured only where the data tell the two apart. */
export function ChangeLine({ rung, card, isShort = false }: ChangeLineProps) {
  const change = sayChange(rung, card);
  if (change === null) return null;
  const { amount, tone, against, test } = change;
  const rest = test === null ? against : `${against}; ${test}`;
  return (
    <p className={`${styles.change} ${styles[tone]}`} title={isShort ? rest : undefined}>
      <b>{amount}</b> <span className={isShort ? "spoken" : ""}>{rest}</span>
    </p>
  );
}
