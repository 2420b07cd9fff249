import { NoteField } from "#components/bar/note-field.tsx";
import { StoryList } from "#components/bar/story-list.tsx";
import { NOTE_LENGTH } from "#lib/domain/aside.ts";
import { sameThread, type Thread } from "#lib/domain/thread.ts";
import { sentenceOf } from "#lib/errors.ts";
import { useKeys } from "#lib/overlay/keys-shown.ts";
import { useOfCurrent, useHeldCurrent, useNow, useOverlay, useOverlayState } from "#lib/overlay/context.ts";
import type { Overlay } from "#lib/overlay/overlay.ts";
import { standingOf } from "#lib/overlay/standing.ts";
import { openReady } from "#lib/overlay/ready.ts";
import { storyOf } from "#lib/overlay/story.ts";
import { dayTime } from "#lib/overlay/words.ts";
import { features } from "./registry.ts";

const TICK_MS = 60_000;

const open = (overlay: Overlay): void => openReady(overlay, "story");

/** The note's first words where there is one: it is there to be seen again. */
function StoryLink() {
  const overlay = useOverlay();
  const keys = useKeys("story");
  const isReady = useOverlayState((state) => standingOf(state).state === "ready");
  const isOpen = useOverlayState(({ panel }) => panel?.id === "story");
  const note = useOfCurrent(({ log }) => log?.aside.note ?? "");
  if (!isReady) return null;
  const title = `Note and history (${keys})`;
  return (
    <button
      type="button"
      className="link story-link"
      aria-haspopup="dialog"
      aria-expanded={isOpen}
      aria-label={title}
      title={note === "" ? title : `${title}\n${note}`}
      onClick={() => (isOpen ? overlay.close() : open(overlay))}
    >
      {note === "" ? "History" : <bdi className="cut">{note}</bdi>}
    </button>
  );
}

async function keep(overlay: Overlay, thread: Thread, note: string): Promise<void> {
  const learn = overlay.expectLog();
  try {
    learn(await overlay.send("keepNote", { thread, note }));
  } catch (error) {
    overlay.say(`Your note was not kept: ${sentenceOf(error)}`, "bad", true);
  }
}

function Story() {
  const overlay = useOverlay();
  const now = useNow(TICK_MS);
  const current = useHeldCurrent();
  const settings = useOverlayState(({ settings }) => settings);
  const panel = useOverlayState(({ panel }) => panel);
  const { thread, log } = current;
  if (!thread || !log || !sameThread(log.thread, thread)) return null;
  const lines = settings ? storyOf(current, settings) : [];
  return (
    <>
      <NoteField
        note={log.aside.note}
        maxLength={NOTE_LENGTH}
        focused={panel?.focused ?? false}
        onKeep={(note) => void keep(overlay, thread, note)}
      />
      <StoryList
        lines={lines.map(({ id, at, who, what, withdrawnBy }) => ({
          id,
          when: dayTime(at, now),
          what,
          by: [who, ...(withdrawnBy === null ? [] : [`withdrawn by ${withdrawnBy}`])]
            .filter(Boolean)
            .join(", "),
          isGone: withdrawnBy !== null,
        }))}
      />
    </>
  );
}

features.add("story", {
  bar: { slot: "status", View: StoryLink },
  panel: { id: "story", title: "Note and history", View: Story },
  start: (overlay, signal) => overlay.keys.on("story", () => open(overlay), signal),
});
