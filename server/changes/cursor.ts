import { z } from "zod";
import { InvalidRequest } from "#server/errors.ts";

/** How far a device has read: events by transaction and id, the settings' version, and a digest of people and Pages. */
export interface Cursor {
  /** Of the workspace; another one means that the transactions are counted anew. */
  feed: string;
  /** Whether amounts of colleagues were told; a member whose role changed reads anew. */
  money: boolean;
  xid: string;
  event: string;
  /** Persons that were erased, up to this transaction. */
  erased: string;
  settings: number;
  about: string;
}

const FIRST_EVENT = "00000000-0000-0000-0000-000000000000";

/** Before everything. */
export const beginning = (feed: string, money: boolean): Cursor => ({
  feed,
  money,
  xid: "0",
  event: FIRST_EVENT,
  erased: "0",
  settings: 0,
  about: "",
});

export const printCursor = ({ feed, money, xid, event, erased, settings, about }: Cursor): string =>
  [feed, money ? 1 : 0, xid, event, erased, settings, about].join("_");

const Printed = z.tuple([
  z.uuid(),
  z.enum(["0", "1"]),
  // Transactions are counted in 64 bits.
  z.string().regex(/^\d{1,19}$/),
  z.guid().lowercase(),
  z.string().regex(/^\d{1,19}$/),
  z.string().regex(/^\d{1,9}$/),
  z.string().regex(/^[0-9a-f]*$/),
]);

/** Throws InvalidRequest for what no server printed. */
export function readCursor(text: string): Cursor {
  const parsed = Printed.safeParse(text.split("_"));
  if (!parsed.success) throw new InvalidRequest({ after: "must be a cursor that this server gave" });
  const [feed, money, xid, event, erased, settings, about] = parsed.data;
  return { feed, money: money === "1", xid, event, erased, settings: Number(settings), about };
}
