import type { SalesAnswer } from "#lib/contract.ts";
import type { Draft } from "#lib/domain/event.ts";
import { FIRST_HLC, tick } from "#lib/domain/hlc.ts";
import { draftsOf } from "#lib/sales/plan-sales-file.ts";
import { salesAnswer } from "#lib/sales/sales-answer.ts";
import { note } from "#server/audit/note.ts";
import type { MemberContext } from "#server/context.ts";
import type { Readable } from "#server/events/examine.ts";
import { lockLog } from "#server/events/lock-log.ts";
import { takeEvents } from "#server/events/take.ts";
import { demand } from "#server/members/roles.ts";
import { planFile } from "./plan.ts";

const EVENTS_AT_ONCE = 1_000;

/**
 * Records the sales of a file, each as an event of its conversation, whole or not at all. Rows whose conversation is
 * not certain are listed. The same file again changes nothing.
 */
export function importSales({ ctx, input }: { ctx: MemberContext; input: Uint8Array }): Promise<SalesAnswer> {
  demand(ctx, "sales");
  return ctx.db.transaction().execute(async (work) => {
    const inside = { ...ctx, db: work };
    // Several batches in one transaction: alone, so that no other waits for one of them in a circle.
    await lockLog(inside, "alone");
    const { rows, plan, timeZone } = await planFile(inside, input);
    const entries = stamped(draftsOf(plan, timeZone, ctx.now), ctx);
    for (let from = 0; from < entries.length; from += EVENTS_AT_ONCE)
      await takeEvents(inside, entries.slice(from, from + EVENTS_AT_ONCE));
    const answer = salesAnswer(rows, plan);
    const { recorded, corrected, unmatched } = answer;
    await note(inside, "sales_imported", { recorded, corrected, unmatched: unmatched.length });
    return answer;
  });
}

/** Events of the importer's device, in the order of the rows. */
function stamped(drafts: readonly Draft[], { device, now }: MemberContext): Readable[] {
  let hlc = FIRST_HLC;
  return drafts.map((draft) => {
    hlc = tick(hlc, now);
    return { id: draft.id, event: { ...draft, device, hlc } };
  });
}
