import { useRef } from "react";
import { Notice } from "#components/ui/notice.tsx";
import type { Problem } from "./pair-form.tsx";
import styles from "./file-steps.module.css";

/** Where a CSV file is chosen. */
export function FilePicker({ disabled, onFile }: { disabled: boolean; onFile: (file: File) => void }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <label className={styles.picker}>
      <span>Choose a CSV file</span>
      <input
        ref={input}
        type="file"
        accept=".csv,text/csv"
        disabled={disabled}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file) onFile(file);
          // The same file may be chosen again once it was exported anew.
          if (input.current) input.current.value = "";
        }}
      />
    </label>
  );
}

/** What is being done with a file. */
export const Working = ({ words }: { words: string }) => (
  <p className={styles.busy}>
    <progress aria-label={words} /> {words}
  </p>
);

/** A file that was not imported: every row that is wrong, and why. */
export function Refused({ file, problem }: { file: string; problem: Problem }) {
  const reasons = Object.values(problem.fields);
  return (
    <Notice tone="bad" title={`${file} was not imported; nothing was changed.`}>
      {reasons.length === 0 ? (
        <p>{problem.sentence}</p>
      ) : (
        <ul className={styles.reasons}>
          {reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
    </Notice>
  );
}
