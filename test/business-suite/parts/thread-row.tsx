import { openThread } from "#test/business-suite/actions.ts";
import { addressOf } from "#test/business-suite/address.ts";
import type { SuiteThread } from "#test/business-suite/types.ts";
import { usePage } from "./context.tsx";
import { RowFrame, type RowThread } from "./row-frame.tsx";

export function ThreadRow({ thread, place }: { thread: SuiteThread; place: number }) {
  const { page, state, words } = usePage();
  const { preview, channel } = thread;
  const shown: RowThread = {
    threadID: thread.id,
    threadType: channel,
    inboxID: thread.asset,
    title: thread.name,
    timestamp: thread.lastAt,
    snippet: <span>{preview.own ? `${words.you}${preview.text}` : preview.text}</span>,
    isFollowUp: false,
  };
  const { rowLinks } = state.config;
  const full = addressOf(state.config, state.address.section ?? "all", thread);
  return (
    <RowFrame
      thread={shown}
      place={place}
      source={thread}
      isSelected={state.selectedId === thread.id}
      href={rowLinks === "none" ? null : rowLinks === "hash" ? "#" : full}
      onOpen={() => openThread(page, thread.id)}
    />
  );
}
