import { TimerShape } from "./timer-shape.tsx";

/** A time and the words around it, as they are shown. */
export interface TimerShown {
  tone: "quiet" | "calm" | "soon" | "over";
  before: string;
  time: string;
  after: string;
  share: number | null;
  atLeast: boolean;
  /** The same where there is little room; empty where there are no fewer words. */
  short: string;
}

interface WaitChipProps {
  timer: TimerShown;
  title: string;
  isOpen: boolean;
  /** Tells why this time; null where there is nothing to tell. */
  onWhy: (() => void) | null;
}

/** How long the customer has waited and what is left: a shape, the number and the words, in one colour. */
export function WaitChip({ timer, title, isOpen, onWhy }: WaitChipProps) {
  const { tone, before, time, after, share, atLeast, short } = timer;
  const className = `chip timer ${atLeast ? "estimated" : ""} ${tone}`;
  const inner = (
    <>
      {tone !== "quiet" && <TimerShape tone={tone} share={share} />}
      <span className={short === "" ? "cut" : "cut long"}>
        {before} {time !== "" && <b className="number">{time}</b>} {after}
      </span>
      {short !== "" && <b className="brief cut number">{short}</b>}
    </>
  );
  if (!onWhy)
    return (
      <span className={className} title={title}>
        {inner}
      </span>
    );
  return (
    <button
      type="button"
      className={className}
      title={title}
      aria-label={[before, time, after].filter(Boolean).join(" ")}
      aria-haspopup="dialog"
      aria-expanded={isOpen}
      onClick={onWhy}
    >
      {inner}
    </button>
  );
}
