import { useKeys } from "#lib/overlay/keys-shown.ts";
import { useOverlay } from "#lib/overlay/context.ts";
import type { Overlay } from "#lib/overlay/overlay.ts";
import { features } from "./registry.ts";

const open = (overlay: Overlay): void =>
  void overlay
    .send("openPage", { page: "queue" })
    .catch(() => overlay.say("The queue did not open. Reload the page.", "bad"));

/** Opens who to answer next: Chrome's side panel, elsewhere a window of its own. */
function QueueButton() {
  const overlay = useOverlay();
  const keys = useKeys("queue");
  return (
    <button
      type="button"
      className="icon"
      aria-label="Who to answer next"
      title={`Who to answer next (${keys})`}
      onClick={() => open(overlay)}
    >
      <svg viewBox="0 0 12 12" aria-hidden="true">
        <path d="M1.5 2.5h9M1.5 6h9M1.5 9.5h5" />
      </svg>
    </button>
  );
}

features.add("queue", {
  bar: { slot: "tools", View: QueueButton },
  start: (overlay, signal) => overlay.keys.on("queue", () => open(overlay), signal),
});
