import { useIsFetching } from "@tanstack/react-query";
import { useEffect, useState } from "react";

/** Answers of this browser come within this; whoever waits longer for a server sees the rest of the page meanwhile. */
const AT_MOST_MS = 500;

/**
 * Whether the first answers have come, so that a page is shown when it stands still: what is pressed is what was aimed
 * at. Once true it stays so.
 * @param isDrawn whether the parts are there that ask
 */
export function useSettled(isDrawn: boolean): boolean {
  const fetching = useIsFetching();
  const [isSettled, setSettled] = useState(false);
  useEffect(() => {
    if (!isDrawn || isSettled) return;
    const timer = setTimeout(() => setSettled(true), AT_MOST_MS);
    return () => clearTimeout(timer);
  }, [isDrawn, isSettled]);
  useEffect(() => {
    if (!isDrawn || fetching > 0) return;
    // What was answered is drawn first, and may ask more.
    const frame = requestAnimationFrame(() => setSettled(true));
    return () => cancelAnimationFrame(frame);
  }, [isDrawn, fetching]);
  return isSettled;
}
