import { FollowUpForm } from "#components/bar/follow-up-form.tsx";
import { SignButton } from "#components/bar/sign-button.tsx";
import { useKeys } from "#lib/overlay/keys-shown.ts";
import {
  useHeldCurrent,
  useNow,
  useOfCurrent,
  useOverlay,
  useOverlayState,
  useShownNow,
} from "#lib/overlay/context.ts";
import { followUpOf } from "#lib/overlay/done.ts";
import { followUpTimes, typedTime } from "#lib/overlay/follow-up-times.ts";
import type { Judgement, Overlay } from "#lib/overlay/overlay.ts";
import { standingOf } from "#lib/overlay/standing.ts";
import { openReady } from "#lib/overlay/ready.ts";
import { dayTime } from "#lib/overlay/words.ts";
import { features } from "./registry.ts";

const TICK_MS = 10_000;
const CLEAR = "clear";

const open = (overlay: Overlay): void => openReady(overlay, "follow_up");

function FollowUp() {
  const overlay = useOverlay();
  const keys = useKeys("follow_up");
  const due = useOfCurrent((current) => followUpOf(current)?.data.due ?? null);
  const words = useShownNow((_, now) =>
    due === null ? null : { isDue: due <= now, text: due <= now ? "due" : dayTime(due, now) },
  );
  const isReady = useOverlayState((state) => standingOf(state).state === "ready");
  const isOpen = useOverlayState(({ panel }) => panel?.id === "follow_up");
  if (!isReady) return null;
  return (
    <SignButton
      sign="flag"
      name="Follow up"
      keys={keys}
      isPressed={due !== null}
      isOpen={isOpen}
      onPress={() => (isOpen ? overlay.close() : open(overlay))}
      {...(words && { text: words.text })}
      {...(words?.isDue === true && { tone: "soon" })}
    />
  );
}

/** A field of date and time takes no zone: the browser's own is meant. */
const fieldText = (at: number): string =>
  new Date(at - new Date(at).getTimezoneOffset() * 60_000).toISOString().slice(0, 16);

function FollowUpPanel() {
  const overlay = useOverlay();
  const now = useNow(TICK_MS);
  const current = useHeldCurrent();
  const { thread } = current;
  const before = followUpOf(current);
  if (!thread) return null;

  const times = followUpTimes(now);
  const judge = (judgements: Judgement[], said: string) => {
    const withdrawn: Judgement[] = before ? [{ kind: "withdrawn", data: { target: before.id } }] : [];
    if (!overlay.judge(thread, [...withdrawn, ...judgements])) return;
    overlay.say(said);
    overlay.close();
  };
  const set = (due: number) =>
    judge([{ kind: "follow_up_set", data: { due } }], `Follow up on ${dayTime(due, now)}`);
  const pick = (id: string) => {
    const time = times.find((one) => one.id === id);
    if (time) set(time.due);
    else judge([], "No follow-up");
  };
  const items = [
    ...times.map(({ id, label, due }) => ({ id, label, note: dayTime(due, now) })),
    ...(before ? [{ id: CLEAR, label: "No follow-up" }] : []),
  ];
  const typed = (text: string) => {
    const due = typedTime(text, overlay.clock.now());
    if (due === null) return "Give a date and a time that are still to come.";
    set(due);
    return null;
  };
  return <FollowUpForm items={items} earliest={fieldText(now)} onPick={pick} onTyped={typed} />;
}

features.add("follow-up", {
  bar: { slot: "actions", View: FollowUp },
  panel: { id: "follow_up", title: "Follow up on", View: FollowUpPanel },
  start: (overlay, signal) => overlay.keys.on("follow_up", () => open(overlay), signal),
});
