import { Button } from "#components/ui/button.tsx";
import type { QueueFilter } from "#lib/domain/queue.ts";
import { Foot, type QueueNotice } from "./foot.tsx";
import type { Ticking } from "./live.tsx";
import { type QueueItem, QueueList } from "./queue-list.tsx";
import styles from "./queue-view.module.css";

const NAMES: Record<QueueFilter, string> = {
  next: "Next up",
  mine: "Mine",
  handed_to_me: "Handed to me",
  untagged: "Untagged",
  closing: "Window closing",
  follow_up: "Follow up",
};

const NOTHING: Record<QueueFilter, string> = {
  next: "Nobody waits for an answer, as far as this browser has seen.",
  mine: "Nobody waits for an answer of those you took over, answered or tagged last.",
  handed_to_me: "No handoff waits for you. Those that you accepted are under Mine.",
  untagged: "Every conversation of the last 30 days that was opened here is tagged.",
  closing: "No window closes in the next four hours.",
  follow_up: "No follow-up is set.",
};

interface QueueViewProps {
  /** Those that make sense here. */
  filters: readonly QueueFilter[];
  filter: QueueFilter;
  counts: Record<QueueFilter, number>;
  items: readonly QueueItem[];
  clock: Ticking;
  opened: string | null;
  notice: QueueNotice | null;
  onFilter: (filter: QueueFilter) => void;
  onOpen: (key: string) => void;
  /** Goes through earlier conversations instead. */
  onWalk: () => void;
}

/** The queue beside the inbox: filters, who comes next, and what happened to the one that was opened. */
export function QueueView({
  filters,
  filter,
  counts,
  items,
  clock,
  opened,
  notice,
  onFilter,
  onOpen,
  onWalk,
}: QueueViewProps) {
  return (
    <main className={styles.queue}>
      <fieldset className={styles.filters} aria-label="Show">
        {filters.map((one) => (
          <button key={one} type="button" aria-pressed={one === filter} onClick={() => onFilter(one)}>
            {NAMES[one]} <b>{counts[one]}</b>
          </button>
        ))}
        <button type="button" onClick={onWalk}>
          Tag the past…
        </button>
      </fieldset>
      {items.length === 0 ? (
        <div className={styles.nothing}>
          <p>{NOTHING[filter]}</p>
          {(filter === "next" || filter === "untagged") && (
            <Button onPress={onWalk}>Tag earlier conversations</Button>
          )}
        </div>
      ) : (
        <QueueList key={filter} items={items} clock={clock} opened={opened} onOpen={onOpen} />
      )}
      <Foot notice={notice} keys="j and k move, Enter opens." />
    </main>
  );
}
