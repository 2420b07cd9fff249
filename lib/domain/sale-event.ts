import type { Day } from "./day.ts";
import type { Draft } from "./event.ts";
import type { SaleToWrite } from "./sales-ledger.ts";
import { uuidv7 } from "./uuid.ts";

/**
 * The id of the event that a row of a file becomes: the same from every device and in every time zone, so that a log
 * takes it once.
 * @param digest at least ten bytes that depend on the whole content of the row
 */
export const saleId = (day: Day, digest: Uint8Array): string =>
  uuidv7(Date.parse(`${day}T00:00:00Z`), digest);

/**
 * The event of a row: what a file tells was bought outside, and is known to the day.
 * @param startOf the first instant of a day in the workspace's time zone, epoch ms
 */
export function saleDraft({ row, thread, id, corrects }: SaleToWrite, startOf: (day: Day) => number): Draft {
  const { day, ref, amountMinor, currency } = row;
  const envelope = { id, v: 1, thread, at: startOf(day), precision: "day" } as const;
  const price = { amountMinor, currency, ...(ref !== null && { ref }) };
  return corrects === null
    ? {
        ...envelope,
        kind: "sale_recorded",
        data: { ...price, how: "outside" },
      }
    : { ...envelope, kind: "sale_corrected", data: { target: corrects, ...price } };
}
