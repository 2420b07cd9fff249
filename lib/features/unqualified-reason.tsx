import { Menu } from "#components/bar/menu.tsx";
import type { Names } from "#lib/domain/named-list.ts";
import { REASONS, reasonName } from "#lib/domain/outcome.ts";
import { useHeldCurrent, useOverlay, useOverlayState } from "#lib/overlay/context.ts";
import type { Judgement } from "#lib/overlay/overlay.ts";
import { features } from "./registry.ts";

const NO_NAMES: Names = {};

/** Why the conversation is unqualified. It takes the place of the tag without a reason: one undo goes back before both. */
function ReasonMenu() {
  const overlay = useOverlay();
  const focused = useOverlayState(({ panel }) => panel?.focused ?? false);
  const reasons = useOverlayState(({ settings }) => settings?.reasons) ?? REASONS;
  const names = useOverlayState(({ settings }) => settings?.reasonNames) ?? NO_NAMES;
  const { thread, conversation } = useHeldCurrent();
  const tag = conversation?.outcome;
  if (!thread || tag?.outcome !== "unqualified") return null;

  const pick = (reason: string) => {
    const judgements: Judgement[] = [
      { kind: "withdrawn", data: { target: tag.event } },
      { kind: "outcome_tagged", data: { outcome: "unqualified", reason } },
    ];
    if (reason === tag.reason) return overlay.close();
    if (!overlay.judge(thread, judgements)) return;
    overlay.say(`Unqualified: ${reasonName(reason, names)}`);
    overlay.close();
  };
  return (
    <Menu
      label="Why unqualified?"
      items={reasons.map((reason) => ({
        id: reason,
        label: reasonName(reason, names),
        pressed: reason === tag.reason,
      }))}
      digits
      focused={focused}
      onPick={pick}
    />
  );
}

features.add("unqualified-reason", { panel: { id: "reason", title: "Why unqualified?", View: ReasonMenu } });
