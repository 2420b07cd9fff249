import type { ReactNode } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dot, type Tone } from "#components/ui/dot.tsx";
import type { LinkState } from "#lib/queries.ts";
import styles from "./link-line.module.css";
import { ago, moment } from "./since.ts";

export interface LinkLineProps {
  link: LinkState;
  /** Epoch ms of the figures shown, null while there are none. */
  asOf: number | null;
  now: number;
  busy: boolean;
  onPair: () => void;
  onSync: () => void;
  /** What else may be done from here. */
  children?: ReactNode;
}

/** Whether the figures are current, and the next step where they are not. */
export function LinkLine({ link, asOf, now, busy, onPair, onSync, children }: LinkLineProps) {
  const { tone, words, step } = sayLink(link, asOf, now);
  return (
    <footer className={styles.line}>
      <Dot tone={tone} />
      <output className={styles.words}>{busy ? "Refreshing…" : words}</output>
      {step !== null && (
        <Button look="quiet" disabled={busy} onPress={step.to === "pair" ? onPair : onSync}>
          {step.words}
        </Button>
      )}
      {children}
    </footer>
  );
}

interface LinkSaid {
  tone: Tone;
  words: string;
  step: { words: string; to: "pair" | "sync" } | null;
}

const waiting = (pending: number): string =>
  pending === 0 ? "" : ` ${pending} ${pending === 1 ? "entry waits" : "entries wait"} to be sent.`;

const count = new Intl.NumberFormat("en");
const readingWords = ({ done, total }: { done: number; total: number }): string =>
  `Reading the team's log: ${count.format(done)} of ${count.format(total)} entries.`;

/** The state of the link in words, with what to do next. */
function sayLink(link: LinkState, asOf: number | null, now: number): LinkSaid {
  const figures = asOf === null ? "" : ` Figures from ${moment(asOf, now)}.`;
  switch (link.state) {
    case "alone":
      return {
        tone: "calm",
        words: "Not paired: figures of this browser alone.",
        step: { words: "Pair with a team", to: "pair" },
      };
    case "online":
      return {
        tone: "good",
        words: link.reading
          ? readingWords(link.reading)
          : `${asOf === null ? "Connected." : `Up to date ${ago(asOf, now)}.`}${waiting(link.pending)}`,
        step: link.pending === 0 ? null : { words: "Send now", to: "sync" },
      };
    case "offline":
      return {
        tone: "warn",
        words: `Offline since ${moment(link.since, now)}.${figures}${waiting(link.pending)}`,
        step: { words: "Try again", to: "sync" },
      };
    case "revoked":
      return {
        tone: "bad",
        words: `Unpaired by ${link.workspace} on ${moment(link.since, now)}. Tags stay in this browser.`,
        step: { words: "Pair again", to: "pair" },
      };
  }
}
