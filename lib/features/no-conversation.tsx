import { Blocker } from "#components/bar/blocker.tsx";
import { useOverlay, useOverlayState } from "#lib/overlay/context.ts";
import { standingOf } from "#lib/overlay/standing.ts";
import { features } from "./registry.ts";

/** Why there is nothing to tag, where that is not a question of identity or of the Page. */
function NoConversation() {
  const { window } = useOverlay();
  const state = useOverlayState((state) => standingOf(state).state);
  if (state === "closed") return <Blocker>Open a conversation to tag it.</Blocker>;
  if (state !== "orphan") return null;
  return (
    <Blocker
      actions={
        <button type="button" className="button primary" onClick={() => window.location.reload()}>
          Reload the page
        </button>
      }
    >
      Rung was updated. Reload the page to go on tagging.
    </Blocker>
  );
}

features.add("no-conversation", { bar: { slot: "main", View: NoConversation } });
