import { useEffect, useState } from "react";

const isAbove = (part: Element) => part.getBoundingClientRect().top <= innerHeight / 3;

/** The part that is read: the last one that begins above the upper third of the window, and at the end the last. */
function partInView(ids: readonly string[]): string | null {
  const parts = ids.flatMap((id) => document.getElementById(id) ?? []);
  const last = parts.at(-1);
  if (last && last.getBoundingClientRect().bottom <= innerHeight + 60) return last.id;
  return (parts.findLast(isAbove) ?? parts[0])?.id ?? null;
}

/** @param isSettled whether the parts stand still */
export function usePartInView(ids: readonly string[], isSettled: boolean): string | null {
  const [inView, setInView] = useState<string | null>(null);
  const all = ids.join(" ");
  useEffect(() => {
    if (!isSettled) return;
    const gone = new AbortController();
    const look = () => setInView(partInView(all.split(" ")));
    look();
    // Where it is narrow another box than the page scrolls.
    document.addEventListener("scroll", look, { capture: true, passive: true, signal: gone.signal });
    return () => gone.abort();
  }, [all, isSettled]);
  return inView;
}
