import { useState } from "react";
import { FilePicker, Refused, Working } from "./file-steps.tsx";
import { Section } from "./section.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { Problem } from "./pair-form.tsx";
import { type Account, HeldSpendTable, type HeldShown, TeamAccounts } from "./held-spend.tsx";
import { SpendCheck, type Summary } from "./spend-check.tsx";
import styles from "./spend.module.css";

interface Imported {
  summary: Summary;
  account: Account;
  replaced: { from: string; to: string; rows: number; amountMinor: number }[];
  unchanged: boolean;
}

export interface SpendActions {
  /** Reads and checks a file; nothing is stored. */
  onCheck: (file: File) => Promise<Summary | Problem>;
  /** Imports the file that was checked last. */
  onImport: (account: { name: string; timeZone: string }) => Promise<Imported | Problem>;
}

export interface SpendProps extends SpendActions {
  accounts: readonly Account[];
  held: readonly HeldShown[];
  /** Where the figures go: the name of the team's workspace, null for this browser. */
  workspace: string | null;
  timeZone: string;
  /** A rep of a team may not import. */
  mayImport: boolean;
}

type Step =
  | { at: "choose" }
  | { at: "busy"; words: string }
  | { at: "check"; file: string; summary: Summary }
  | { at: "refused"; file: string; problem: Problem }
  | { at: "done"; imported: Imported };

/** What the ads cost: a file chosen, checked, given to its ad account, imported. */
export function Spend(props: SpendProps) {
  const { accounts, held, workspace, timeZone, mayImport, onCheck, onImport } = props;
  const [step, setStep] = useState<Step>({ at: "choose" });

  const check = async (file: File) => {
    setStep({ at: "busy", words: `Checking ${file.name}…` });
    const answer = await onCheck(file);
    setStep(
      "rows" in answer
        ? { at: "check", file: file.name, summary: answer }
        : { at: "refused", file: file.name, problem: answer },
    );
  };
  const bring = async (file: string, account: { name: string; timeZone: string }) => {
    setStep({ at: "busy", words: `Importing ${file}…` });
    const answer = await onImport(account);
    setStep(
      "account" in answer ? { at: "done", imported: answer } : { at: "refused", file, problem: answer },
    );
  };

  return (
    <Section
      id="spend"
      title="Spend"
      about={`An export of Ads Manager or Ads Reporting, as CSV, unopened. ${workspace === null ? "It stays in this browser." : `It goes to ${workspace}.`}`}
    >
      {mayImport ? (
        <FilePicker disabled={step.at === "busy"} onFile={(file) => void check(file)} />
      ) : (
        <p className={styles.note}>A manager of your team imports what the ads cost.</p>
      )}
      {step.at === "busy" && <Working words={step.words} />}
      {step.at === "check" && (
        <SpendCheck
          key={step.file}
          file={step.file}
          summary={step.summary}
          accounts={accounts}
          timeZone={timeZone}
          onImport={(account) => void bring(step.file, account)}
          onCancel={() => setStep({ at: "choose" })}
        />
      )}
      {step.at === "refused" && <Refused file={step.file} problem={step.problem} />}
      {step.at === "done" && <Done imported={step.imported} />}
      {workspace === null ? <HeldSpendTable held={held} /> : <TeamAccounts accounts={accounts} />}
    </Section>
  );
}

function Done({ imported: { summary, account, replaced, unchanged } }: { imported: Imported }) {
  return (
    <Notice
      tone="calm"
      title={
        unchanged
          ? `${account.name} held these figures already: nothing was changed.`
          : `${summary.rows} rows imported for ${account.name}.`
      }
    >
      {replaced.map(({ from, to, rows }) => (
        <p key={from}>
          Replaced {rows} {rows === 1 ? "row" : "rows"} held for {from === to ? from : `${from} to ${to}`}.
        </p>
      ))}
    </Notice>
  );
}
