import { StatusLine } from "#components/bar/status-line.tsx";
import type { Names } from "#lib/domain/named-list.ts";
import { HANDOFF_NAMES, OUTCOME_NAMES, reasonName } from "#lib/domain/outcome.ts";
import type { Macro } from "#lib/domain/settings.ts";
import type { Thread } from "#lib/domain/thread.ts";
import type { Tag } from "#lib/domain/tag.ts";
import type { OverlaySettings, SyncState, ThreadLog } from "#lib/messages.ts";
import { useOverlay, useShownNow } from "#lib/overlay/context.ts";
import type { Current } from "#lib/overlay/current.ts";
import { keysOf, outcomeKeys } from "#lib/overlay/keys-shown.ts";
import { mayChange } from "#lib/overlay/may-change.ts";
import type { Judgement } from "#lib/overlay/overlay.ts";
import type { Notice, OverlayState } from "#lib/overlay/state.ts";
import { recordedWords } from "#lib/overlay/macro-insert.ts";
import { standingOf } from "#lib/overlay/standing.ts";
import { lastDone, type Undoable } from "#lib/overlay/done.ts";
import { ago, dayTime } from "#lib/overlay/words.ts";
import { features } from "./registry.ts";

/** How long a sentence about a key stands where the last tag is told, in ms. */
const NOTICE_MS = 6_000;

type Sync = SyncState | { state: "saving" };

/** Where a judgement is: on its way to the background, or as far as the background says. */
function syncOf(event: string, { log }: Current, { drafts }: OverlayState): Sync {
  if (drafts.some(({ id }) => id === event)) return { state: "saving" };
  return log?.sync[event] ?? { state: "synced" };
}

const SYNC_WORDS = {
  saving: "saving",
  local: "kept in this browser",
  pending: "waiting to sync",
  synced: "synced",
} as const;

const syncWords = (sync: Sync): string =>
  sync.state === "refused" ? `refused: ${sync.reason}` : SYNC_WORDS[sync.state];

/** What can be undone: what was done, by whom, and what withdraws it. */
interface Last {
  /** The latest of the events that one undo withdraws. */
  event: string;
  targets: string[];
  what: string;
  at: number;
  by: string | undefined;
}

/** What the settings say of what was done. */
type Words = Pick<OverlaySettings, "macros" | "reasonNames">;

const lastOfTag = ({ event, outcome, reason, at, by }: Tag, names: Names): Last => ({
  event,
  targets: [event],
  what: OUTCOME_NAMES[outcome] + (reason === null ? "" : ` (${reasonName(reason, names).toLowerCase()})`),
  at,
  by,
});

/** What was done besides a tag, in words; a macro is named as the settings name it. */
function doneWords(
  { event, targets }: Undoable,
  judged: Current["judged"],
  macros: readonly Macro[],
  now: number,
): string {
  switch (event.kind) {
    case "no_answer_needed":
      return "No answer needed";
    case "follow_up_set":
      return `Follow up on ${dayTime(event.data.due, now)}`;
    case "outcome_tagged": {
      const { outcome, about = event.at } = event.data;
      return `The conversation of ${dayTime(about, now)}: ${OUTCOME_NAMES[outcome].toLowerCase()}`;
    }
    case "handoff_offered":
      return `Handed to ${HANDOFF_NAMES[event.data.to].toLowerCase()}`;
    case "handoff_accepted":
      return "Handoff accepted";
    case "handoff_returned":
      return `Handoff returned (${event.data.reason})`;
    case "macro_inserted": {
      const macro = macros.find(({ id }) => id === event.data.macro);
      const recorded = judged.filter(({ id }) => targets.includes(id));
      const words = recorded.flatMap((one) => recordedWords(one, now) ?? []);
      return [macro?.name ?? "A macro", ...words].join(", ");
    }
  }
}

function lastOf(current: Current, { macros, reasonNames }: Words, now: number): Last | null {
  const done = lastDone(current);
  const tag = current.conversation?.outcome ?? null;
  if (!done) return tag && lastOfTag(tag, reasonNames);
  const { event, targets } = done;
  const { at, member } = event;
  return {
    event: targets.at(-1) ?? event.id,
    targets,
    what: doneWords(done, current.judged, macros, now),
    at,
    by: member,
  };
}

/** "Qualified by Kim, 2 min ago, synced." */
function sentenceOf(
  { what, at, by }: Last,
  sync: Sync,
  members: Record<string, string>,
  now: number,
): string {
  const who = by === undefined ? "you" : (members[by] ?? "a colleague");
  return `${what} by ${who}, ${ago(now - at)}, ${syncWords(sync)}.`;
}

/** What was refused after the last that stands; ids of events sort by time. */
function refusalAfter(last: Last | null, log: ThreadLog | null): string | null {
  const refused = Object.entries(log?.sync ?? {}).flatMap(([id, sync]) =>
    sync.state === "refused" && id > (last?.event ?? "") ? sync.reason : [],
  );
  return refused.at(-1) ?? null;
}

const NO_WORDS: Words = { macros: [], reasonNames: {} };
const NOBODY: Record<string, string> = {};

function keysToTag(state: OverlayState): string {
  const keys = outcomeKeys(state);
  return state.chords === "on"
    ? `Alt+Shift+${keys} tags it, ${keysOf("help", state)} shows all keys.`
    : `This page uses Alt+Shift+${keys} itself; ${keys} works while the bar has the focus.`;
}

/** The line as it stands, and what its undo withdraws. */
interface Line {
  name: string | null;
  text: string;
  tone: Notice["tone"];
  undo: { thread: Thread; last: Last } | null;
}

function notTagged(state: OverlayState, { conversation }: Current): string {
  const withdrawn = conversation?.tags.at(-1);
  if (withdrawn) return `${OUTCOME_NAMES[withdrawn.outcome]} was withdrawn.`;
  return `Not tagged yet. ${keysToTag(state)}`;
}

function lineOf(state: OverlayState, current: Current, now: number): Line | null {
  const { notice, settings, reading } = state;
  const { thread, log } = current;
  if (notice && notice.tone !== "plain" && (notice.stays || now - notice.at < NOTICE_MS))
    return { name: null, text: notice.text, tone: notice.tone, undo: null };
  if (standingOf(state).state !== "ready" || !thread) return null;
  const line = { name: reading?.open?.identity.name ?? null, tone: "plain", undo: null } as const;
  const last = lastOf(current, settings ?? NO_WORDS, now);
  const refusal = refusalAfter(last, log);
  if (refusal !== null) return { ...line, text: `The last entry was refused: ${refusal}`, tone: "bad" };
  if (!last) return { ...line, text: notTagged(state, current) };
  const sync = syncOf(last.event, current, state);
  const text = sentenceOf(last, sync, settings?.members ?? NOBODY, now);
  return { ...line, text, undo: mayChange(last.by, log?.link) ? { thread, last } : null };
}

function LastTag() {
  const overlay = useOverlay();
  const line = useShownNow((state, now) => lineOf(state, overlay.current(), now));
  if (!line) return null;
  const { name, text, tone, undo } = line;
  const withdraw = ({ thread, last }: NonNullable<Line["undo"]>) => {
    const withdrawals = last.targets.map(
      (target) => ({ kind: "withdrawn", data: { target } }) satisfies Judgement,
    );
    if (overlay.judge(thread, withdrawals)) overlay.say(`Withdrawn: ${last.what}`);
    overlay.close();
  };
  return (
    <StatusLine name={name} text={text} tone={tone}>
      {undo && (
        <button type="button" className="link" title={`Undo: ${text}`} onClick={() => withdraw(undo)}>
          Undo
        </button>
      )}
    </StatusLine>
  );
}

features.add("last-tag", { bar: { slot: "status", View: LastTag } });
