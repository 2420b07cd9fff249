import { Menu, type MenuItem } from "#components/bar/menu.tsx";
import { pointName, toggled } from "#lib/domain/checklist.ts";
import { OUTCOME_NAMES } from "#lib/domain/outcome.ts";
import { useHeldCurrent, useOverlay, useOverlayState, useShown } from "#lib/overlay/context.ts";
import { keysOf } from "#lib/overlay/keys-shown.ts";
import type { Overlay } from "#lib/overlay/overlay.ts";
import { standingOf } from "#lib/overlay/standing.ts";
import { openReady } from "#lib/overlay/ready.ts";
import { checkedOf, tag } from "#lib/overlay/tagging.ts";
import { features } from "./registry.ts";

const TAG = "tag:";

const open = (overlay: Overlay): void => openReady(overlay, "checklist");

/** How many points are ticked, beside the outcomes. */
function ChecklistButton() {
  const overlay = useOverlay();
  const shown = useShown((state) => {
    const { points, ticked } = checkedOf(state, overlay.current());
    if (points.length === 0 || standingOf(state).state !== "ready") return null;
    const count = `${ticked.length}/${points.length}`;
    const title = `What qualified means: ${ticked.length} of ${points.length} (${keysOf("checklist", state)})`;
    return { count, title, isOpen: state.panel?.id === "checklist" };
  });
  if (!shown) return null;
  const { count, title, isOpen } = shown;
  return (
    <button
      type="button"
      className="checklist"
      aria-haspopup="dialog"
      aria-expanded={isOpen}
      aria-label={title}
      title={title}
      onClick={() => (isOpen ? overlay.close() : open(overlay))}
    >
      <svg viewBox="0 0 12 12" aria-hidden="true">
        <path d="M1 3.2 2.2 4.4 4.2 2M1 8.7l1.2 1.2 2-2.4M6 3.2h5M6 8.7h5" />
      </svg>
      <span className="number">{count}</span>
    </button>
  );
}

/** The team's points to tick; what they speak for is offered below, and a person decides. */
function ChecklistMenu() {
  const overlay = useOverlay();
  const current = useHeldCurrent();
  const state = useOverlayState((state) => state);
  const { points, names, ticked, definition, suggests } = checkedOf(state, current);
  const { thread } = current;
  if (!thread) return null;
  const items: MenuItem[] = points.map((point) => ({
    id: point,
    label: pointName(point, { names }),
    ticked: ticked.includes(point),
  }));
  if (suggests)
    items.push({ id: TAG, label: `Tag it ${OUTCOME_NAMES[suggests].toLowerCase()}`, pressed: true });
  const pick = (id: string) => {
    if (id === TAG && suggests) return tag(overlay, suggests, true);
    const criteria = toggled(points, ticked, id);
    overlay.judge(thread, [{ kind: "criteria_ticked", data: { criteria, definition } }]);
  };
  return <Menu label="What qualified means" items={items} digits focused onPick={pick} />;
}

features.add("checklist", {
  bar: { slot: "main", View: ChecklistButton },
  panel: { id: "checklist", title: "What qualified means", View: ChecklistMenu },
  start: (overlay, signal) => overlay.keys.on("checklist", () => open(overlay), signal),
});
