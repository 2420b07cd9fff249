import { z } from "zod";
import { ThreadShape } from "#lib/domain/event.ts";
import { byUrgency, entryOf } from "#lib/domain/queue.ts";
import { on, ownPage } from "./on.ts";
import type { Opening } from "./opening.ts";
import { nothing } from "./shapes.ts";
import type { Survey } from "./survey.ts";

const OpenQuery = z.strictObject({ thread: ThreadShape, evenSo: z.boolean() });
/** More than anybody works through. */
const MOST = 500;

/** The queue of the side panel, the most urgent first, and the opening of its conversations. */
export function answerQueue(survey: Survey, { open }: Opening, now: () => number): void {
  on("queue", ownPage, nothing, async () => {
    const at = now();
    const entries = (await survey()).flatMap((one) => entryOf({ ...one, now: at }) ?? []);
    return entries.toSorted(byUrgency).slice(0, MOST);
  });

  on("openConversation", ownPage, OpenQuery, ({ thread, evenSo }) => open(thread, evenSo));
}
