import { openThread } from "#test/business-suite/actions.ts";
import { addressOf } from "#test/business-suite/address.ts";
import type { SuiteThread } from "#test/business-suite/types.ts";
import { usePage } from "./context.tsx";
import { RowFrame, type RowThread } from "./row-frame.tsx";

export function ThreadRow({ source, place }: { source: SuiteThread; place: number }) {
  const { page, state, words } = usePage();
  const { preview, channel } = source;
  const shown: RowThread = {
    threadID: source.id,
    threadType: channel,
    inboxID: source.asset,
    title: source.name,
    timestamp: source.lastAt,
    snippet: <span>{preview.own ? `${words.you}${preview.text}` : preview.text}</span>,
    isFollowUp: false,
  };
  const { rowLinks } = state.config;
  const full = addressOf(state.config, state.address.section ?? "all", source);
  return (
    <RowFrame
      thread={shown}
      place={place}
      source={source}
      isSelected={state.selectedId === source.id}
      href={rowLinks === "none" ? null : rowLinks === "hash" ? "#" : full}
      onOpen={() => openThread(page, source.id)}
    />
  );
}
