import { ownerOf } from "#lib/domain/owner.ts";
import { useCurrent, useOverlayState } from "#lib/overlay/context.ts";
import { handoffNow, memberName, NOBODY } from "#lib/overlay/handoffs.ts";
import { features } from "./registry.ts";

const BECAUSE = {
  accepted: "accepted its last handoff",
  replied: "answered last",
  tagged: "tagged it last",
} as const;

/** Whose conversation it is, in a word or two; nothing where nobody else is there. */
function Whose() {
  const { thread, conversation } = useCurrent();
  const people = useOverlayState(({ settings }) => settings ?? NOBODY);
  if (!thread || !conversation || !people.team) return null;
  const stands = handoffNow(conversation, people.team);
  if (stands.state === "to_me") {
    const { by, whom } = stands.handoff;
    return (
      <span className="chip quiet whose" title={`Handed over by ${memberName(by, people)}`}>
        <span className="cut">Handed to {whom === null ? "anybody" : "you"}</span>
      </span>
    );
  }
  const owner = ownerOf(conversation);
  if (!owner) return null;
  const name = memberName(owner.by, people);
  const who = name === "you" ? "You" : name;
  return (
    <span className="chip quiet whose" title={`${who} ${BECAUSE[owner.because]}`}>
      <span className="cut">
        {name === "you" ? (
          "Yours"
        ) : (
          <>
            With <bdi>{name}</bdi>
          </>
        )}
      </span>
    </span>
  );
}

features.add("owner", { bar: { slot: "status", View: Whose } });
