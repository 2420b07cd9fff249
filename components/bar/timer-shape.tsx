import { Ring } from "./ring.tsx";

interface TimerShapeProps {
  tone: "quiet" | "calm" | "soon" | "over";
  /** What is left, 0 to 1; null where nothing empties. */
  share: number | null;
}

/** A ring that empties; once over, a filled triangle: the shape says it where the colour does not. */
export function TimerShape({ tone, share }: TimerShapeProps) {
  if (tone === "over")
    return (
      <svg className="ring over" viewBox="0 0 16 16" aria-hidden="true">
        <path d="M8 1.5 15 14.5H1Z" />
        <path className="over-sign" d="M8 6.2v4M8 12.2v.3" />
      </svg>
    );
  return <Ring share={share ?? 0} />;
}
