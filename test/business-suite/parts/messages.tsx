import { useLayoutEffect, useRef } from "react";
import { cx } from "#test/business-suite/style/atomic.ts";
import { dividerText } from "#test/business-suite/time-text.ts";
import type { Entry, MessageEntry, SuiteThread } from "#test/business-suite/types.ts";
import { usePage, usePagelet } from "./context.tsx";
import { Divider } from "./divider.tsx";
import { MessageGroup } from "./message-group.tsx";
import { SystemLine } from "./system-line.tsx";

const DIVIDER_GAP = 60 * 60_000;

/** What stands under one time wrapper: a system line, or messages of one side close together. */
type Block = { at: number; dated: boolean; entries: Entry[] };

const sideOf = (entry: Entry | undefined): string =>
  entry?.kind === "message" ? `${entry.from}/${entry.sentBy ?? ""}/${entry.bot ? "bot" : ""}` : "line";

/** Blocks in order; `dated` where an hour has passed and the page writes a divider first. */
function blocksOf(entries: readonly Entry[], groupSeconds: number): Block[] {
  const blocks: Block[] = [];
  let before = Number.NEGATIVE_INFINITY;
  for (const entry of entries) {
    const block = blocks.at(-1);
    const isClose = entry.at - before <= groupSeconds * 1000 && groupSeconds > 0;
    const isSameSide = entry.kind === "message" && sideOf(block?.entries[0]) === sideOf(entry);
    if (block && isClose && isSameSide) block.entries.push(entry);
    else blocks.push({ at: entry.at, dated: entry.at - before > DIVIDER_GAP, entries: [entry] });
    before = entry.at;
  }
  return blocks;
}

const isMessage = (entry: Entry): entry is MessageEntry => entry.kind === "message";

export function Messages({ thread }: { thread: SuiteThread }) {
  const { state, words, now } = usePage();
  const pagelet = usePagelet();
  const { config } = state;
  const isBare = config.pane === "bare";
  const region = useRef<HTMLDivElement>(null);
  const shown = useRef(0);
  const { length } = thread.entries;
  useLayoutEffect(() => {
    if (!region.current || shown.current === length) return;
    shown.current = length;
    region.current.scrollTop = region.current.scrollHeight;
  }, [length]);
  return (
    <div
      ref={region}
      role={isBare ? undefined : "region"}
      tabIndex={0}
      aria-label={isBare ? undefined : words.messageList}
      data-pagelet={isBare ? undefined : pagelet("BizInboxMessengerMessageListContainer")}
      className={cx("flex:1;min-height:0;overflow-y:auto;padding:12px 16px;outline-offset:-2px")}
    >
      <div>
        <div>
          {blocksOf(thread.entries, config.groupSeconds).map(({ at, dated, entries }, place) => (
            <div key={`${place}/${at}`}>
              {dated && <Divider text={dividerText(at, now, words, config.timeZone)} />}
              {entries.map((entry) =>
                entry.kind === "line" ? (
                  <SystemLine key={`${entry.line}/${entry.at}`} entry={entry} name={thread.name} />
                ) : null,
              )}
              <MessageGroup at={at} messages={entries.filter(isMessage)} thread={thread} />
            </div>
          ))}
        </div>
      </div>
    </div>
  );
}
