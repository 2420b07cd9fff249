import type { ReactNode, Ref } from "react";

interface BarFrameProps {
  ref: Ref<HTMLElement>;
  isFolded: boolean;
  onFold: (isFolded: boolean) => void;
  slots: Record<"wait" | "main" | "source" | "send" | "status" | "actions" | "tools", ReactNode>;
  panel: ReactNode;
}

/** The bar: its height depends on its width alone, never on what it shows. */
export function BarFrame({ ref, isFolded, onFold, slots, panel }: BarFrameProps) {
  const fold = isFolded ? "Unfold Rung's bar" : "Fold Rung's bar";
  return (
    <section ref={ref} className="bar" aria-label="Rung" data-folded={isFolded} tabIndex={-1} hidden>
      {panel}
      <div className="grid">
        <div className="slot wait">{slots.wait}</div>
        <div className="slot main">{slots.main}</div>
        <div className="slot source">{slots.source}</div>
        <div className="slot send">{slots.send}</div>
        <div className="slot status">{slots.status}</div>
        <div className="slot actions">{slots.actions}</div>
        <div className="slot tools">
          {slots.tools}
          <button
            type="button"
            className="icon"
            aria-expanded={!isFolded}
            aria-label={fold}
            title={fold}
            onClick={() => onFold(!isFolded)}
          >
            <svg viewBox="0 0 12 12" aria-hidden="true">
              <path d={isFolded ? "M2 8 6 4 10 8" : "M2 4 6 8 10 4"} />
            </svg>
          </button>
        </div>
      </div>
    </section>
  );
}
