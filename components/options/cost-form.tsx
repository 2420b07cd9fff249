import { COST_KINDS, COST_NAMES, type CostLine } from "#lib/domain/cost-line.ts";
import { Button } from "#components/ui/button.tsx";
import { Choice } from "#components/ui/choice.tsx";
import { Field } from "#components/ui/field.tsx";
import { type CostDraft, draftOf, EVERYBODY, readDraft } from "./cost-draft.ts";
import { Overtaken } from "./overtaken.tsx";
import { useDraft } from "./use-draft.ts";
import styles from "./cost-form.module.css";

export interface CostFormProps {
  /** The line that is changed; null is a new one. */
  name: string | null;
  /** As it is saved now; of a new one, and one that is gone, as it was opened. */
  saved: CostDraft;
  campaigns: readonly string[];
  creators: readonly string[];
  onSave: (line: Omit<CostLine, "id">) => void;
  onCancel: () => void;
}

const KINDS = COST_KINDS.map((value) => ({ value, name: COST_NAMES[value] }));

/** One cost, checked as it is typed. */
export function CostForm({ name, saved, campaigns, creators, onSave, onCancel }: CostFormProps) {
  const {
    draft,
    setDraft,
    isChanged: _,
    ...overtaken
  } = useDraft(saved, (typed) => {
    const { line: meant } = readDraft(typed);
    return meant && draftOf(meant);
  });
  const { line, problems } = readDraft(draft);
  const maySave = line !== null && !overtaken.isOvertaken;
  const set = (part: Partial<CostDraft>) => setDraft({ ...draft, ...part });
  const isHourly = draft.kind === "hourly_rate";
  return (
    <form
      className={styles.cost}
      aria-label={name ?? "New cost"}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (line && maySave) onSave(line);
      }}
    >
      <div className={styles.fields}>
        <Field label="Name" value={draft.name} maxLength={200} onText={(typed) => set({ name: typed })} />
        <Choice
          label="Kind"
          value={draft.kind}
          options={KINDS}
          onChoose={(value) => set({ kind: COST_KINDS.find((kind) => kind === value) ?? draft.kind })}
        />
        <Field
          label={isHourly ? "For one hour" : "Amount"}
          value={draft.amount}
          inputMode="decimal"
          problem={problems.amount}
          onText={(amount) => set({ amount })}
        />
        <Choice
          label="Currency"
          value={draft.currency}
          options={currencies(draft.currency)}
          onChoose={(currency) => set({ currency })}
        />
        {isHourly && (
          <Field
            label="Hours in the term"
            value={draft.hours}
            inputMode="decimal"
            problem={problems.hours}
            onText={(hours) => set({ hours })}
          />
        )}
        <Field label="First day" type="date" value={draft.from} onText={(from) => set({ from })} />
        <Field
          label="Last day"
          type="date"
          value={draft.to}
          problem={problems.to}
          onText={(to) => set({ to })}
        />
        <Choice
          label="Paid for"
          value={draft.paidFor}
          options={payees(campaigns, creators, draft.paidFor)}
          onChoose={(paidFor) => set({ paidFor })}
        />
      </div>
      <Overtaken {...overtaken} />
      <div className={styles.steps}>
        <Button look={maySave ? "main" : "plain"} disabled={!maySave}>
          Save the cost
        </Button>
        <Button look="quiet" onPress={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}

const currencies = (chosen: string) =>
  [...new Set([chosen, ...Intl.supportedValuesOf("currency")])].map((code) => ({ value: code, name: code }));

function payees(campaigns: readonly string[], creators: readonly string[], chosen: string) {
  const known = [
    { value: EVERYBODY, name: "Everybody" },
    ...creators.map((creator) => ({ value: `creator ${creator}`, name: `${creator}, creator` })),
    ...campaigns.map((campaign) => ({ value: `campaign ${campaign}`, name: `${campaign}, campaign` })),
  ];
  const isKnown = known.some(({ value }) => value === chosen);
  return isKnown ? known : [...known, { value: chosen, name: chosen }];
}
