import type { Survey, Surveyed } from "./survey.ts";

/** Changes come in bursts; one look follows them all, this many ms later. */
const GATHER_MS = 1_000;

/**
 * Looks at who waits, soon after something changed or an alarm rang, and hands it to whoever follows. One look at a
 * time: the next waits for the one that runs.
 */
export function startAttention(
  survey: Survey,
  followers: readonly ((surveyed: readonly Surveyed[]) => Promise<void>)[],
): () => void {
  let isAsked = false;
  let last = Promise.resolve();
  const look = async () => {
    isAsked = false;
    const surveyed = await survey();
    await Promise.all(followers.map((follow) => follow(surveyed)));
  };
  const ask = () => {
    if (isAsked) return;
    isAsked = true;
    setTimeout(() => (last = last.then(look, look)), GATHER_MS);
  };
  ask();
  return ask;
}
