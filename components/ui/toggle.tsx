import { useId } from "react";
import styles from "./toggle.module.css";

export interface ToggleProps {
  label: string;
  hint: string;
  on: boolean;
  onTurn: (on: boolean) => void;
}

/** Something that is on or off, with what it does below. */
export function Toggle({ label, hint, on, onTurn }: ToggleProps) {
  const id = useId();
  return (
    <div className={styles.toggle}>
      <input
        id={id}
        type="checkbox"
        checked={on}
        aria-describedby={`${id}-below`}
        onChange={(event) => onTurn(event.target.checked)}
      />
      <label htmlFor={id}>{label}</label>
      <p id={`${id}-below`}>{hint}</p>
    </div>
  );
}
