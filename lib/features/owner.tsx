import { ownerOf } from "#lib/domain/owner.ts";
import { useOverlay, useShown } from "#lib/overlay/context.ts";
import type { Current } from "#lib/overlay/current.ts";
import { handoffNow, memberName, NOBODY, type People } from "#lib/overlay/handoffs.ts";
import { features } from "./registry.ts";

const BECAUSE = {
  accepted: "accepted its last handoff",
  replied: "answered last",
  tagged: "tagged it last",
} as const;

/** Whose it is, in words: `name` null where nobody is named. */
interface Words {
  title: string;
  before: string;
  name: string | null;
}

function wordsOf({ thread, conversation }: Current, people: People): Words | null {
  if (!thread || !conversation || !people.team) return null;
  const stands = handoffNow(conversation, people.team);
  if (stands.state === "to_me") {
    const { by, whom } = stands.handoff;
    const before = `Handed to ${whom === null ? "anybody" : "you"}`;
    return { title: `Handed over by ${memberName(by, people)}`, before, name: null };
  }
  const owner = ownerOf(conversation);
  if (!owner) return null;
  const name = memberName(owner.by, people);
  const isMine = name === "you";
  const title = `${isMine ? "You" : name} ${BECAUSE[owner.because]}`;
  return { title, before: isMine ? "Yours" : "With ", name: isMine ? null : name };
}

/** Whose conversation it is, in a word or two; nothing where nobody else is there. */
function Whose() {
  const overlay = useOverlay();
  const shown = useShown(({ settings }) => wordsOf(overlay.current(), settings ?? NOBODY));
  if (!shown) return null;
  const { title, before, name } = shown;
  return (
    <span className="chip quiet whose" title={title}>
      <span className="cut">
        {before}
        {name !== null && <bdi>{name}</bdi>}
      </span>
    </span>
  );
}

features.add("owner", { bar: { slot: "status", View: Whose } });
