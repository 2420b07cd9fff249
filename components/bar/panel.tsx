import type { ReactNode } from "react";

interface PanelProps {
  title: string;
  /** On which side of the bar it stands. */
  side: "start" | "end";
  onClose: () => void;
  children: ReactNode;
}

/** A small sheet above the bar; one at a time. */
export function Panel({ title, side, onClose, children }: PanelProps) {
  return (
    <dialog open className="panel" aria-label={title} data-side={side}>
      <div className="panel-head">
        <b>{title}</b>
        <button
          type="button"
          className="icon"
          aria-label={`Close: ${title}`}
          title="Close (Esc)"
          onClick={onClose}
        >
          <svg viewBox="0 0 12 12" aria-hidden="true">
            <path d="M2.5 2.5 9.5 9.5M9.5 2.5 2.5 9.5" />
          </svg>
        </button>
      </div>
      {children}
    </dialog>
  );
}
