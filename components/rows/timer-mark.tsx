import { TimerShape } from "#components/bar/timer-shape.tsx";

interface TimerMarkProps {
  tone: "quiet" | "calm" | "soon" | "over";
  share: number | null;
  text: string;
  atLeast: boolean;
}

/** How long somebody of the list waits, or what is left: a shape and a few words, outlined where it is "at least". */
export function TimerMark({ tone, share, text, atLeast }: TimerMarkProps) {
  return (
    <span className={`mark time ${atLeast ? "estimated" : ""} ${tone}`}>
      {(tone === "over" || share !== null) && <TimerShape tone={tone} share={share} />}
      <span>{text}</span>
    </span>
  );
}
