import { z } from "zod";
import { COMMAND_NAMES } from "#lib/domain/commands.ts";
import type { Conversation } from "#lib/domain/conversation.ts";
import { Instant } from "#lib/domain/event-data.ts";
import { ThreadShape } from "#lib/domain/event.ts";
import { glimpsed, walkEntryOf } from "#lib/domain/walk.ts";
import { clockOffset } from "#lib/store/kept.ts";
import { unknownGlimpses } from "#lib/store/glimpse.ts";
import { pairingOf } from "#lib/store/page.ts";
import { listPairings } from "#lib/store/pairing.ts";
import { latestConversations } from "#lib/store/queue-states.ts";
import { teamOf } from "#lib/store/team.ts";
import type { Store } from "#lib/store/store.ts";
import { pressInTab } from "./inbox-tab.ts";
import { on, ownPage } from "./on.ts";

const WalkQuery = z.strictObject({ since: Instant.nullable() });
const PressQuery = z.strictObject({
  thread: ThreadShape,
  command: z.enum(COMMAND_NAMES),
  about: Instant.nullable(),
});

/** The walk through earlier conversations, all that this browser knows however old, and its keys. */
export function answerWalk(store: Store): void {
  on("walk", ownPage, WalkQuery, async ({ since }) => {
    const pairings = await listPairings(store);
    const offset = await clockOffset(store);
    const known = await latestConversations(store, 0);
    const from = since === null ? null : since + offset;
    const opened = known.flatMap(({ thread, name, conversation, earlier }) => {
      const { me } = teamOf(pairingOf(pairings, thread.asset));
      const entry = (one: Conversation, isEarlier: boolean) =>
        walkEntryOf({ thread, name, conversation: one, isEarlier, me }, from) ?? [];
      return [...earlier.flatMap((one) => entry(one, true)), entry(conversation, false)].flat();
    });
    return [...opened, ...(await unknownGlimpses(store)).map(glimpsed)];
  });

  on("pressThere", ownPage, PressQuery, (asked) => pressInTab(asked));
}
