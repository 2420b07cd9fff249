import { type KeyboardEvent, useRef } from "react";
import { Live, type Ticking, type TimeWords } from "./live.tsx";
import styles from "./queue-list.module.css";

export interface QueueItem {
  key: string;
  /** Null where this browser does not know the customer's name. */
  name: string | null;
  /** What it became so far, and what else is to know, in a few words each. */
  notes: readonly string[];
  time: (now: number) => TimeWords;
}

interface QueueListProps {
  items: readonly QueueItem[];
  clock: Ticking;
  /** The one that was opened last. */
  opened: string | null;
  onOpen: (key: string) => void;
}

const STEPS: Record<string, number> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };

/** Who to answer next, the most urgent first: j and k move, Enter opens. */
export function QueueList({ items, clock, opened, onOpen }: QueueListProps) {
  const list = useRef<HTMLOListElement>(null);
  const move = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const all = [...(list.current?.querySelectorAll<HTMLButtonElement>("button") ?? [])];
    const at = all.findIndex((button) => button.matches(":focus"));
    all[at === -1 ? 0 : Math.min(all.length - 1, Math.max(0, at + step))]?.focus();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys bubble from its buttons
    <ol ref={list} className={styles.list} onKeyDown={move} aria-label="Next up">
      {items.map(({ key, name, notes, time }, index) => (
        <li key={key}>
          <button
            type="button"
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- the panel is worked by keys as soon as it opens
            autoFocus={index === 0}
            aria-current={key === opened}
            onClick={() => onOpen(key)}
          >
            <bdi className={styles.name}>{name ?? "Name not known here"}</bdi>
            <Live clock={clock} read={time} className={`${styles.time}`} />
            <span className={styles.notes}>{notes.join(" · ")}</span>
          </button>
        </li>
      ))}
    </ol>
  );
}
