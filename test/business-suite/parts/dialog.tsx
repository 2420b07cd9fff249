import { useEffect, useRef } from "react";
import type { SuiteConfig } from "#test/business-suite/config.ts";
import { cx } from "#test/business-suite/style/atomic.ts";
import { usePage } from "./context.tsx";

/** A dialog of the page that takes the focus back as soon as it goes elsewhere. */
export function Dialog() {
  const { state, words } = usePage();
  const box = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const trap = state.config.dialog;
  useEffect(() => {
    const stop = new AbortController();
    field.current?.focus();
    if (box.current && field.current) keepFocus(box.current, field.current, trap, stop.signal);
    return () => stop.abort();
  }, [trap]);
  return (
    <div
      ref={box}
      role="dialog"
      aria-label={words.savedReply}
      className={cx(
        "position:fixed;top:120px;inset-inline-end:24px;width:240px;padding:16px;border-radius:10px;background:var(--surface);box-shadow:0 6px 24px rgba(0, 0, 0, 0.28)",
      )}
    >
      <strong>{words.savedReply}</strong>
      <input
        ref={field}
        type="text"
        aria-label={words.search}
        className={cx(
          "display:block;width:100%;margin-top:10px;padding:6px 10px;border:1px solid var(--line);border-radius:8px;background:var(--sunken);color:var(--text);font:inherit",
        )}
      />
    </div>
  );
}

function keepFocus(
  box: HTMLElement,
  field: HTMLElement,
  trap: SuiteConfig["dialog"],
  signal: AbortSignal,
): void {
  const takeBack = (target: EventTarget | null) => {
    if (!(target instanceof Node) || !box.contains(target)) field.focus();
  };
  if (trap !== "focusout") document.addEventListener("focusin", ({ target }) => takeBack(target), { signal });
  if (trap !== "focusin")
    box.addEventListener("focusout", ({ relatedTarget }) => takeBack(relatedTarget), { signal });
}
