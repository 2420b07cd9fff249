import { useState } from "react";
import { FilePicker, Refused, Working } from "./file-steps.tsx";
import type { Problem } from "./pair-form.tsx";
import { SalesCheck, SalesDone, type SalesShown } from "./sales-check.tsx";
import { Section } from "./section.tsx";
import styles from "./sales.module.css";

export interface SalesActions {
  /** Reads a file and compares it with what is known; nothing is stored. */
  onCheck: (file: File) => Promise<SalesShown | Problem>;
  /** Imports the file that was checked last. */
  onImport: () => Promise<SalesShown | Problem>;
}

export interface SalesProps extends SalesActions {
  /** Where the sales go: the name of the team's workspace, null for this browser. */
  workspace: string | null;
  /** A rep of a team may not import. */
  mayImport: boolean;
}

type Step =
  | { at: "choose" }
  | { at: "busy"; words: string }
  | { at: "check"; file: string; shown: SalesShown }
  | { at: "refused"; file: string; problem: Problem }
  | { at: "done"; file: string; shown: SalesShown };

/** What was bought outside the chat: a list chosen, compared with the conversations, recorded. */
export function Sales({ workspace, mayImport, onCheck, onImport }: SalesProps) {
  const [step, setStep] = useState<Step>({ at: "choose" });
  const ask = async (words: string, file: string, at: "check" | "done", work: SalesActions["onImport"]) => {
    setStep({ at: "busy", words });
    const answer = await work();
    setStep("unmatched" in answer ? { at, file, shown: answer } : { at: "refused", file, problem: answer });
  };
  const check = (file: File) => ask(`Checking ${file.name}…`, file.name, "check", () => onCheck(file));
  const bring = (file: string) => ask(`Importing ${file}…`, file, "done", onImport);

  return (
    <Section
      id="sales"
      title="Sales"
      about={`What was bought outside the chat, as a CSV file from your shop or till. ${workspace === null ? "It stays in this browser." : `It goes to ${workspace}.`}`}
    >
      {mayImport ? (
        <FilePicker disabled={step.at === "busy"} onFile={(file) => void check(file)} />
      ) : (
        <p className={styles.note}>A manager of your team imports sales.</p>
      )}
      {step.at === "choose" && mayImport && <Columns />}
      {step.at === "busy" && <Working words={step.words} />}
      {step.at === "check" && (
        <SalesCheck
          file={step.file}
          shown={step.shown}
          onImport={() => void bring(step.file)}
          onCancel={() => setStep({ at: "choose" })}
        />
      )}
      {step.at === "refused" && <Refused file={step.file} problem={step.problem} />}
      {step.at === "done" && <SalesDone file={step.file} shown={step.shown} />}
    </Section>
  );
}

/** What a file must say, before one was chosen. */
const Columns = () => (
  <p className={styles.note}>
    Its columns: <code>ref</code> or <code>thread</code> (or both), <code>date</code>, <code>amount</code>,{" "}
    <code>currency</code>. A reference is the order number of a recorded sale, or the ref of the m.me link
    that a customer came by; a thread is the address of the open conversation. Other columns are not read.
  </p>
);
