import { FOLLOW_UP_UNITS } from "#lib/domain/follow-up.ts";
import { Choice } from "#components/ui/choice.tsx";
import { Field } from "#components/ui/field.tsx";
import type { MacroDraft } from "./macro-draft.ts";

const UNITS = [
  { value: "", name: "No follow-up" },
  { value: "hours", name: "In some hours" },
  { value: "days", name: "In some days" },
];

interface FollowUpFieldsProps {
  draft: MacroDraft;
  problem: string | undefined;
  onSet: (part: Partial<MacroDraft>) => void;
}

/** When the conversation comes back to the queue. */
export function FollowUpFields({ draft: { followUp, count }, problem, onSet }: FollowUpFieldsProps) {
  const choose = (value: string) => onSet({ followUp: FOLLOW_UP_UNITS.find((unit) => unit === value) ?? "" });
  return (
    <>
      <Choice label="Follow up" value={followUp} options={UNITS} onChoose={choose} />
      {followUp !== "" && (
        <Field
          label={`How many ${followUp}`}
          value={count}
          inputMode="numeric"
          maxLength={3}
          problem={problem}
          onText={(text) => onSet({ count: text })}
          {...(followUp === "days" && { hint: "At nine in the morning." })}
        />
      )}
    </>
  );
}
