import { useState } from "react";
import { formatMinor } from "#lib/domain/amount.ts";
import { Button } from "#components/ui/button.tsx";
import { Choice } from "#components/ui/choice.tsx";
import { Field } from "#components/ui/field.tsx";
import type { Account } from "./held-spend.tsx";
import shared from "./file-check.module.css";
import styles from "./spend-check.module.css";
import { ZoneChoice } from "./zone-choice.tsx";

/** What a file says, before anything of it is stored. */
export interface Summary {
  currency: string | null;
  level: string;
  from: string | null;
  to: string | null;
  rows: number;
  totalMinor: number;
  reconciles: boolean | null;
  warnings: string[];
}

export interface SpendCheckProps {
  file: string;
  summary: Summary;
  accounts: readonly Account[];
  timeZone: string;
  onImport: (account: { name: string; timeZone: string }) => void;
  onCancel: () => void;
}

const NEW = "";

/** What the file says, whose it is, and the step to import it. */
export function SpendCheck({ file, summary, accounts, timeZone, onImport, onCancel }: SpendCheckProps) {
  const [chosen, setChosen] = useState(accounts[0]?.name ?? NEW);
  const [name, setName] = useState("");
  const [zone, setZone] = useState(timeZone);
  const known = accounts.find((account) => account.name === chosen);
  const owner = known ?? { name: name.trim(), timeZone: zone };
  return (
    <form
      className={`${shared.check} ${styles.narrow}`}
      onSubmit={(event) => {
        event.preventDefault();
        onImport({ name: owner.name, timeZone: owner.timeZone });
      }}
    >
      <h3>{file}</h3>
      <dl className={shared.facts}>
        {factsOf(summary).map(([term, words]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      {summary.warnings.length > 0 && (
        <ul className={styles.warnings}>
          {summary.warnings.map((warning) => (
            <li key={warning}>{warning}</li>
          ))}
        </ul>
      )}
      {accounts.length > 0 && (
        <Choice
          label="Ad account that it was exported from"
          value={chosen}
          onChoose={setChosen}
          options={[
            ...accounts.map((account) => ({
              value: account.name,
              name: `${account.name} (${account.timeZone})`,
            })),
            { value: NEW, name: "Another ad account…" },
          ]}
        />
      )}
      {!known && (
        <>
          <Field
            label="Name of the ad account"
            hint="Asked once: later exports of it replace the days that they cover."
            value={name}
            onText={setName}
            maxLength={200}
            required
          />
          <ZoneChoice
            label="Time zone of the ad account"
            hint="As Ads Manager's settings say; its days are counted in it."
            zone={zone}
            onZone={setZone}
          />
        </>
      )}
      <div className={styles.steps}>
        <Button look="main" disabled={owner.name === ""}>
          Import
        </Button>
        <Button onPress={onCancel}>Cancel</Button>
      </div>
    </form>
  );
}

const RECONCILES = {
  true: "The rows add up to the file's own total.",
  false: "The rows do not add up to the file's own total.",
  null: "The file has no total row to compare with.",
};

function factsOf({ currency, level, from, to, rows, totalMinor, reconciles }: Summary): [string, string][] {
  const days = from === null || to === null ? "none" : from === to ? from : `${from} to ${to}`;
  return [
    ["Days", days],
    ["Rows", `${rows}, by ${level}`],
    ["Amount spent", currency === null ? "none" : formatMinor(totalMinor, currency)],
    ["Check", RECONCILES[`${reconciles}`]],
  ];
}
