import type { Colleague } from "#lib/messages.ts";

/** Who else is here, in words; two who type at once is worth a stronger one. */
export interface PresenceWords {
  tone: "quiet" | "soon" | "over";
  names: string;
  rest: string;
  title: string;
}

function namesOf(people: readonly Colleague[]): string {
  const [first, second, ...others] = people.map(({ name }) => name ?? "A colleague");
  if (second === undefined) return first ?? "";
  return others.length === 0 ? `${first} and ${second}` : `${first} and ${people.length - 1} others`;
}

/** @param isTyping this person types */
export function presenceWords(people: readonly Colleague[], isTyping: boolean): PresenceWords | null {
  if (people.length === 0) return null;
  const typing = people.filter((one) => one.typing);
  if (typing.length === 0) {
    const rest = people.length === 1 ? "has this open" : "have this open";
    return { tone: "quiet", names: namesOf(people), rest, title: "Open in a colleague's inbox too" };
  }
  const rest = `${typing.length === 1 ? "is" : "are"} typing`;
  if (!isTyping) return { tone: "soon", names: namesOf(typing), rest, title: "A colleague writes an answer" };
  const title = "Both of you write an answer: the customer would get two. Agree who sends it.";
  return { tone: "over", names: namesOf(typing), rest: `${rest} too`, title };
}
