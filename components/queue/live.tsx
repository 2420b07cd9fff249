import { useSyncExternalStore } from "react";

/** The one clock of a page. */
export interface Ticking {
  subscribe: (listener: () => void) => () => void;
  now: () => number;
}

export type Tone = "quiet" | "calm" | "soon" | "over";

/** A time in words. */
export interface TimeWords {
  tone: Tone;
  text: string;
  isEstimated: boolean;
}

interface LiveProps {
  clock: Ticking;
  read: (now: number) => TimeWords;
  className: string;
}

/** A time that counts: drawn again only when its words change. */
export function Live({ clock, read, className }: LiveProps) {
  const words = useSyncExternalStore(clock.subscribe, () => {
    const { tone, text, isEstimated } = read(clock.now());
    return `${tone} ${isEstimated} ${text}`;
  });
  const [tone, isEstimated, ...text] = words.split(" ");
  return (
    <span className={className} data-tone={tone} data-estimated={isEstimated}>
      {text.join(" ")}
    </span>
  );
}
