import type { KeyboardEvent } from "react";
import { cx } from "#test/business-suite/style/atomic.ts";
import type { BoxProps } from "./composer.tsx";

/** The composer before 2026. */
export function TextareaBox({ label, text, onText, onSend }: BoxProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.shiftKey) return;
    event.preventDefault();
    onSend();
  };
  return (
    <textarea
      value={text}
      placeholder={label}
      aria-label={label}
      rows={1}
      onChange={({ target }) => onText(target.value)}
      onKeyDown={onKeyDown}
      className={cx(
        "display:block;width:100%;height:36px;padding:8px 14px;border:0;outline:0;resize:none;background:transparent;color:var(--text);font:inherit",
      )}
    />
  );
}
