import type { Outcome } from "#lib/domain/outcome.ts";

/** A shape for each outcome, so that none is told by colour alone. Twelve units square, in the text's colour. */
const SHAPES: Record<Outcome | "none", { line?: string; fill?: string; dashed?: boolean }> = {
  none: { line: "M10 6A4 4 0 1 1 6 2A4 4 0 0 1 10 6", dashed: true },
  unqualified: { line: "M3 3 9 9M9 3 3 9" },
  partially_qualified: { line: "M10 6A4 4 0 1 1 6 2A4 4 0 0 1 10 6", fill: "M6 2A4 4 0 0 0 6 10Z" },
  qualified: { line: "M2 6.5 5 9.5 10 3" },
  sales_ready: { line: "M1 6.8 3.4 9.2 7.2 4M5.4 8.2 6.4 9.2 11 3" },
  converted: { fill: "M6 0.8 11.2 6 6 11.2 0.8 6Z" },
};

export function OutcomeShape({ outcome }: { outcome: Outcome | "none" }) {
  const { line, fill, dashed } = SHAPES[outcome];
  return (
    <svg className="shape" viewBox="0 0 12 12" aria-hidden="true" data-outcome={outcome}>
      {fill && <path d={fill} fill="currentColor" />}
      {line && (
        <path
          d={line}
          fill="none"
          stroke="currentColor"
          strokeWidth="1.8"
          strokeLinecap={dashed ? "butt" : "round"}
          strokeDasharray={dashed ? "2 1.6" : undefined}
        />
      )}
    </svg>
  );
}
