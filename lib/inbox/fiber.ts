/** What React keeps on the page's elements, as far as it is looked at here. All of it is the page's own data. */
interface Fiber {
  return?: Fiber | null;
  alternate?: Fiber | null;
  memoizedProps?: {
    thread?: Record<string, unknown> | null;
    threadID?: unknown;
    title?: unknown;
    threadType?: unknown;
  } | null;
}

/** How far above an element the thread was seen to hang (older builds: up to 35 steps, then without a title). */
const STEPS = 12;
const ANSWERS = 4;

const asFiber = (value: unknown): Fiber | null =>
  // safe because: every field is checked where it is read.
  typeof value === "object" && value !== null ? (value as Fiber) : null;

function fiberOf(element: Element): Fiber | null {
  const key = Object.keys(element).find(
    (name) => name.startsWith("__reactFiber$") || name.startsWith("__reactInternalInstance$"),
  );
  return key === undefined ? null : asFiber(Reflect.get(element, key));
}

const text = (value: unknown, length: number): string | null =>
  typeof value === "string" || typeof value === "number" ? String(value).slice(0, length) : null;

function answerIn(
  fiber: Fiber | null | undefined,
): { id: string; title: string; type: string | null } | null {
  const props = fiber?.memoizedProps;
  const thread = props?.thread ?? props;
  const id = text(thread?.threadID, 64);
  const title = text(thread?.title, 400);
  return id === null || title === null ? null : { id, title, type: text(thread?.threadType, 40) };
}

/**
 * Runs in the page's own world: the conversation that the page says an element shows, as JSON text
 * `[{id, title, type}]`, nearest first. Reads only; whatever the page throws at it is an empty answer.
 */
export function readFiber(element: Element): string {
  try {
    const answers = [];
    let fiber = fiberOf(element);
    for (let step = 0; fiber && step < STEPS && answers.length === 0; step++, fiber = fiber.return ?? null)
      for (const one of [fiber, fiber.alternate]) {
        const answer = answerIn(one);
        if (answer) answers.push(answer);
      }
    return JSON.stringify(answers.slice(0, ANSWERS));
  } catch {
    // A getter of the page's may throw: no answer is an answer here, and nothing of ours may surface in the page.
    return "[]";
  }
}
