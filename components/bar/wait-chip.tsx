import { Ring } from "./ring.tsx";

/** What is known of the customer's wait. */
export type WaitShown =
  | { state: "waiting"; time: string; share: number; atLeast: boolean }
  | { state: "answered"; time: string | null }
  | { state: "unknown" };

/** How long the customer has waited: a ring, the number and the words. */
export function WaitChip({ wait, title }: { wait: WaitShown; title: string }) {
  if (wait.state === "unknown")
    return (
      <span className="chip estimated" title={title}>
        Wait unknown
      </span>
    );
  if (wait.state === "answered")
    return (
      <span className="chip quiet" title={title}>
        {wait.time === null ? "Nobody waits" : <>Answered {wait.time}</>}
      </span>
    );
  return (
    <span className={wait.atLeast ? "chip estimated" : "chip"} title={title}>
      <Ring share={wait.share} />
      <span>
        {wait.atLeast ? "Waiting at least " : "Waiting "}
        <b className="number">{wait.time}</b>
      </span>
    </span>
  );
}
