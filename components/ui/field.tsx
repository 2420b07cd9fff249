import { type InputHTMLAttributes, useId } from "react";
import styles from "./field.module.css";

export interface FieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, "onChange" | "value"> {
  label: string;
  value: string;
  onText: (text: string) => void;
  /** What is wrong with what was typed, in a sentence. */
  problem?: string | undefined;
  hint?: string;
}

/** A labelled line of text; what is wrong with it stands right below. */
export function Field({ label, value, onText, problem, hint, ...input }: FieldProps) {
  const id = useId();
  const below = problem ?? hint;
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <input
        {...input}
        id={id}
        value={value}
        aria-invalid={problem !== undefined}
        aria-describedby={below === undefined ? undefined : `${id}-below`}
        onChange={(event) => onText(event.target.value)}
      />
      {below !== undefined && (
        <p id={`${id}-below`} className={problem === undefined ? styles.hint : styles.problem}>
          {below}
        </p>
      )}
    </div>
  );
}
