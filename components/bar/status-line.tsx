import type { ReactNode } from "react";

interface StatusLineProps {
  /** Whose conversation it is; never more than a part of the line. */
  name: string | null;
  text: string;
  tone: "plain" | "warn" | "bad";
  /** Buttons behind the text. */
  children?: ReactNode;
}

/** One line for what just happened; text that does not fit is cut, its buttons are not. */
export function StatusLine({ name, text, tone, children }: StatusLineProps) {
  return (
    <p className="status-line" data-tone={tone}>
      <span className="status-text" title={name === null ? text : `${name}: ${text}`}>
        {name !== null && (
          <>
            <bdi className="name">{name}</bdi>{" "}
          </>
        )}
        <span dir="auto">{text}</span>
      </span>
      {children}
    </p>
  );
}
