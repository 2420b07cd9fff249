import { Menu, type MenuItem } from "#components/bar/menu.tsx";
import type { Handoff } from "#lib/domain/handoff.ts";
import { HANDOFF_NAMES, HANDOFFS } from "#lib/domain/outcome.ts";
import { useCurrent, useHeldCurrent, useOverlay, useOverlayState } from "#lib/overlay/context.ts";
import type { Judgement } from "#lib/overlay/overlay.ts";
import { standingOf } from "#lib/overlay/standing.ts";
import { features } from "./registry.ts";

const standing = (handoffs: readonly Handoff[] | undefined): Handoff | undefined =>
  handoffs?.findLast(({ returnedAt }) => returnedAt === null);

function HandoffButton() {
  const overlay = useOverlay();
  const isReady = useOverlayState((state) => standingOf(state).state === "ready");
  const isOpen = useOverlayState(({ panel }) => panel?.id === "handoff");
  const offer = standing(useCurrent().conversation?.handoffs);
  if (!isReady) return null;
  return (
    <button
      type="button"
      className="button"
      aria-haspopup="dialog"
      aria-expanded={isOpen}
      aria-pressed={offer !== undefined}
      onClick={() => (isOpen ? overlay.close() : overlay.open("handoff", true))}
    >
      {offer ? `Handed to ${HANDOFF_NAMES[offer.to].toLowerCase()}` : "Hand off"}
    </button>
  );
}

const withdraw = (event: string): Judgement => ({ kind: "withdrawn", data: { target: event } });

function HandoffMenu() {
  const overlay = useOverlay();
  const { thread, conversation } = useHeldCurrent();
  const offer = standing(conversation?.handoffs);
  if (!thread) return null;

  const judge = (judgements: Judgement[], said: string) => {
    if (!overlay.judge(thread, judgements)) return;
    overlay.say(said);
    overlay.close();
  };
  const pick = (id: string) => {
    const to = HANDOFFS.find((kind) => kind === id);
    const before = offer ? [withdraw(offer.event)] : [];
    if (!to) return judge(before, "Handoff withdrawn");
    if (to === offer?.to) return overlay.close();
    judge(
      [...before, { kind: "handoff_offered", data: { to } }],
      `Handed to ${HANDOFF_NAMES[to].toLowerCase()}`,
    );
  };
  const items: MenuItem[] = HANDOFFS.map((to) => ({
    id: to,
    label: HANDOFF_NAMES[to],
    pressed: to === offer?.to,
  }));
  if (offer) items.push({ id: "withdraw", label: "Withdraw the handoff" });
  return <Menu label="Hand off to" items={items} digits focused onPick={pick} />;
}

features.add("handoff", {
  bar: { slot: "actions", View: HandoffButton },
  panel: { id: "handoff", title: "Hand off to", View: HandoffMenu },
});
