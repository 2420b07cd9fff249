import { useEffect, useId, useLayoutEffect, useRef, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import type { Why } from "./why.ts";
import styles from "./why-panel.module.css";

export interface WhyPanelProps {
  why: Why;
  /** Where it is shown: below this, or above it where there is more room. */
  anchor: HTMLElement;
  onClose: () => void;
}

const GAP = 6;

/** Why a number is what it is. It takes the focus; Escape gives it back to the figure. */
export function WhyPanel({ why, anchor, onClose }: WhyPanelProps) {
  const id = useId();
  const panel = useRef<HTMLDialogElement>(null);
  const [place, setPlace] = useState({ top: 0, left: 0 });

  useLayoutEffect(() => {
    if (!panel.current) return;
    setPlace(placeOf(anchor.getBoundingClientRect(), panel.current));
    panel.current.focus({ preventScroll: true });
  }, [anchor]);
  useEffect(() => {
    const leaving = new AbortController();
    if (panel.current) closeOnLeaving(panel.current, anchor, onClose, leaving.signal);
    return () => leaving.abort();
  }, [anchor, onClose]);

  return (
    <dialog
      ref={panel}
      open
      tabIndex={-1}
      className={styles.panel}
      aria-labelledby={`${id}-title`}
      style={{ top: place.top, left: place.left }}
    >
      <header>
        <h3 id={`${id}-title`}>{why.title}</h3>
        <Button
          look="quiet"
          onPress={() => {
            onClose();
            anchor.focus();
          }}
        >
          Close
        </Button>
      </header>
      <p className={styles.formula}>{why.formula}</p>
      <dl>
        {why.lines.map(({ term, words }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </dialog>
  );
}

/** Escape, a press elsewhere, or the focus on something else closes it. */
function closeOnLeaving(
  panel: HTMLElement,
  anchor: HTMLElement,
  onClose: () => void,
  signal: AbortSignal,
): void {
  const isOutside = (target: EventTarget | null) =>
    target instanceof Node && !panel.contains(target) && !anchor.contains(target);
  panel.addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "Escape") return;
      // Unprevented it would close the whole popup.
      event.preventDefault();
      onClose();
      anchor.focus();
    },
    { signal },
  );
  panel.addEventListener("focusout", ({ relatedTarget }) => isOutside(relatedTarget) && onClose(), {
    signal,
  });
  document.addEventListener("pointerdown", ({ target }) => isOutside(target) && onClose(), { signal });
}

/** Within what is seen of the page now: below the figure where it fits, else above it, else as high as it goes. */
function placeOf(at: DOMRect, { offsetWidth, offsetHeight }: HTMLElement): { top: number; left: number } {
  const [width, height] = [document.documentElement.clientWidth, window.innerHeight];
  const left = Math.max(GAP, Math.min(at.left, width - offsetWidth - GAP));
  const below = at.bottom + GAP;
  const above = at.top - GAP - offsetHeight;
  const top =
    below + offsetHeight <= height - GAP ? below : above >= GAP ? above : height - offsetHeight - GAP;
  return { top: Math.max(GAP, top) + window.scrollY, left: left + window.scrollX };
}
