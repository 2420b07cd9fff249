import type { ReactNode } from "react";
import styles from "./button.module.css";

export interface ButtonProps {
  children: ReactNode;
  /** Left out where it submits the form that it stands in. */
  onPress?: () => void;
  /** `main` is the one next step of a place; `quiet` stands in a line of text. */
  look?: "main" | "plain" | "quiet" | "bad";
  disabled?: boolean;
  /** What it does, where the words on it do not say it alone. */
  label?: string;
}

export function Button({ children, onPress, look = "plain", disabled = false, label }: ButtonProps) {
  return (
    <button
      type={onPress ? "button" : "submit"}
      className={`${styles.button} ${styles[look]}`}
      disabled={disabled}
      aria-label={label}
      onClick={onPress}
    >
      {children}
    </button>
  );
}
