import type { ReactNode } from "react";
import { Blocker } from "#components/bar/blocker.tsx";
import type { Identity, Unsure } from "#lib/inbox/reading.ts";
import { useOverlay, useOverlayState } from "#lib/overlay/context.ts";
import { standingOf } from "#lib/overlay/standing.ts";
import type { OverlayState } from "#lib/overlay/state.ts";
import { features } from "./registry.ts";

const identityOf = ({ reading }: OverlayState): Identity | null => reading?.open?.identity ?? null;
const whyOf = (state: OverlayState): Unsure | null => {
  const standing = standingOf(state);
  return standing.state === "unsure" ? standing.why : null;
};

/** Text of the page: shown as it is, cut, and never mixed with our direction. */
const named = (name: string | null): ReactNode => <bdi className="name">{name ?? "somebody else"}</bdi>;

function sentenceOf(why: Unsure, { name, otherName }: Identity): ReactNode {
  switch (why) {
    case "no_id":
      return "the page does not say which conversation this is.";
    case "no_name":
      return "the page does not show whose conversation this is.";
    case "conflict":
      return "the page names two conversations at once.";
    case "name_changed":
      return (
        <>
          the address still names {named(otherName)}, the header says {named(name)}.
        </>
      );
    case "id_changed":
      return <>the address names another conversation, the header still says {named(name)}.</>;
    case "one_source":
      return "only one sign says which conversation this is.";
  }
}

function UnsureNotice() {
  const overlay = useOverlay();
  const why = useOverlayState(whyOf);
  const identity = useOverlayState(identityOf);
  const isOpen = useOverlayState(({ panel }) => panel?.id === "settle");
  if (!why || !identity) return null;
  return (
    <Blocker
      actions={
        <button
          type="button"
          className="button"
          aria-haspopup="dialog"
          aria-expanded={isOpen}
          onClick={() => (isOpen ? overlay.close() : overlay.open("settle", false))}
        >
          What settles it?
        </button>
      }
    >
      Tagging is off: {sentenceOf(why, identity)}
    </Blocker>
  );
}

/** What would make each case certain. A click cannot: a tag on the wrong conversation is worse than none. */
const STEPS: Record<Unsure, string> = {
  no_id: "Open the conversation once more from the list, so that the address names it.",
  no_name: "Wait until the page has loaded, or open the conversation once more from the list.",
  conflict: "Open another conversation, then this one again from the list.",
  name_changed: "Open the conversation once more from the list.",
  id_changed: "Wait until the conversation has loaded, or open it once more from the list.",
  one_source:
    "Open another conversation, then this one again: then the address and the name change together.",
};

function Settle() {
  const overlay = useOverlay();
  const why = useOverlayState(whyOf);
  const probe = useOverlayState(({ settings }) => settings?.probe ?? true);
  if (!why) return null;
  return (
    <div className="prose">
      <p>
        Rung tags only a conversation that two signs agree on: the address, the tabs, the name in the header,
        or one that this browser knew before.
      </p>
      <p>
        <b>{STEPS[why]}</b>
      </p>
      {!probe && (
        <p>
          The probe is off. Turned on, it reads the open conversation from the page itself.{" "}
          <button
            type="button"
            className="link"
            onClick={() =>
              void overlay
                .send("openPage", { page: "options" })
                .catch(() => overlay.say("The options did not open. Reload the page.", "bad"))
            }
          >
            Open the options
          </button>
        </p>
      )}
    </div>
  );
}

features.add("unsure", {
  bar: { slot: "main", View: UnsureNotice },
  panel: { id: "settle", title: "What settles it?", View: Settle },
});
