import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Ticking } from "#components/queue/live.tsx";
import { QueueView } from "#components/queue/queue-view.tsx";
import { WalkView } from "#components/queue/walk-view.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { useNow } from "#components/ui/use-now.ts";
import { isUnder, QUEUE_FILTERS, type QueueFilter } from "#lib/domain/queue.ts";
import { sameThread, threadKey } from "#lib/domain/thread.ts";
import { sentenceOf } from "#lib/errors.ts";
import { openScorecard } from "#lib/open-page.ts";
import { said } from "#lib/queries.ts";
import { itemOf } from "./items.ts";
import { useOpening } from "./use-opening.ts";
import { useWalk } from "./use-walk.ts";

/** Deadlines pass and follow-ups fall due while nothing else changes. */
const AGAIN_MS = 30_000;

/** Where the address asks for the walk. */
const WALK = "#walk";

/** Who to answer next, beside the inbox. */
export function App({ clock }: { clock: Ticking }) {
  const [filter, setFilter] = useState<QueueFilter>("next");
  const now = useNow();
  const { data: entries, error } = useQuery({ ...said("queue"), refetchInterval: AGAIN_MS });
  const { data: link } = useQuery(said("link"));
  const { opened, notice, open } = useOpening(
    (thread) => entries?.find((entry) => sameThread(entry.thread, thread)) ?? { thread, name: null },
  );
  const [isWalk, setIsWalk] = useState(location.hash === WALK);
  const { refusal, ...walk } = useWalk(isWalk, open);
  if (isWalk)
    return (
      <WalkView
        {...walk}
        notice={refusal ?? notice}
        onQueue={() => setIsWalk(false)}
        onScorecard={() => void openScorecard()}
      />
    );
  if (!entries) return error ? <Notice tone="bad" title={sentenceOf(error)} /> : null;
  const under = (one: QueueFilter) => entries.filter((entry) => isUnder(one, entry, now));
  // safe because: there is one count a filter.
  const counts = Object.fromEntries(QUEUE_FILTERS.map((one) => [one, under(one).length])) as Record<
    QueueFilter,
    number
  >;
  return (
    <QueueView
      filters={QUEUE_FILTERS.filter((one) => one !== "handed_to_me" || link?.state !== "alone")}
      filter={filter}
      counts={counts}
      items={under(filter).map(itemOf)}
      clock={clock}
      opened={opened}
      notice={notice}
      onFilter={setFilter}
      onWalk={() => setIsWalk(true)}
      onOpen={(key) => {
        const entry = entries.find(({ thread }) => threadKey(thread) === key);
        if (entry) open(entry);
      }}
    />
  );
}
