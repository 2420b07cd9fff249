import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Choice } from "#components/ui/choice.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { DataExport } from "#lib/domain/data-export.ts";
import { Confirm } from "./confirm.tsx";
import { ExportList } from "./export-list.tsx";
import { OnePerson, type OnePersonProps } from "./one-person.tsx";
import { Section } from "./section.tsx";
import styles from "./table.module.css";

export interface CustomerDataProps extends OnePersonProps {
  retentionDays: number | null;
  exports: readonly DataExport[];
  /** Why an export cannot be asked for or shown, in a sentence. */
  problem: string | null;
  server: string;
  now: number;
  onRetention: (days: number | null) => void;
  onExport: () => void;
}

const NEVER = "never";
const AGES = [
  { value: NEVER, name: "Never" },
  { value: "90", name: "90 days" },
  { value: "180", name: "180 days" },
  { value: "365", name: "1 year" },
  { value: "730", name: "2 years" },
  { value: "1095", name: "3 years" },
];

/** What administrators may do with all that is known of customers: keep it for a time, take it away, erase it. */
export function CustomerData(props: CustomerDataProps) {
  const { exports, problem, onExport } = props;
  return (
    <Section
      id="data"
      title="Data of customers"
      about="What the team's server knows of customers: ids, times, outcomes, amounts. Never the text of a message."
    >
      <Retention {...props} />
      <h3>Every conversation</h3>
      <ExportList {...props} />
      {problem !== null && <Notice tone="bad" title={problem} />}
      <div className={styles.steps}>
        <Button disabled={exports.some(({ state }) => state !== "ready")} onPress={onExport}>
          Export as CSV
        </Button>
      </div>
      <h3>One person</h3>
      <OnePerson {...props} />
    </Section>
  );
}

function Retention({ retentionDays, onRetention }: CustomerDataProps) {
  const held = retentionDays === null ? NEVER : String(retentionDays);
  const [chosen, setChosen] = useState<string | null>(null);
  const ages = AGES.some(({ value }) => value === held)
    ? AGES
    : [...AGES, { value: held, name: `${held} days` }];
  const value = chosen ?? held;
  const name = ages.find((age) => age.value === value)?.name ?? value;
  const save = () => {
    onRetention(value === NEVER ? null : Number(value));
    setChosen(null);
  };
  return (
    <>
      <Choice
        label="Forget customers of whom nothing was heard for"
        value={value}
        options={ages}
        hint="Figures stay. Whoever writes again is known anew."
        onChoose={setChosen}
      />
      {chosen !== null && chosen !== held && (
        <div className={styles.steps}>
          {chosen === NEVER ? (
            <Button look="main" onPress={save}>
              Forget nobody
            </Button>
          ) : (
            <Confirm
              ask={`Forget after ${name}…`}
              sentence={`Forget now, and every night from now on, every customer who was silent for ${name}? This cannot be undone.`}
              yes={`Forget after ${name}`}
              onYes={save}
            />
          )}
        </div>
      )}
    </>
  );
}
