import type { StoredEvent } from "./event.ts";
import { ofKind } from "./kind.ts";

export interface Refund {
  at: number;
  amountMinor: number;
  currency: string;
}

/** A sale that stands, as last corrected. `amountMinor` is in the currency's minor unit; null is "not said". */
export interface Sale {
  event: string;
  at: number;
  amountMinor: number | null;
  currency: string | null;
  ref: string | null;
  how: "in_chat" | "outside";
  refunds: Refund[];
}

/**
 * The standing sales in the order of judgement. A sale that a tag recorded falls with that tag; a correction
 * replaces amount and currency (and the reference, where it names one), a refund is taken off what came in, both whenever they come.
 */
export function salesOf(events: readonly StoredEvent[], gone: ReadonlySet<string>): Sale[] {
  const standing = events.filter(({ id }) => !gone.has(id));
  const corrections = ofKind(standing, "sale_corrected");
  const refunds = ofKind(standing, "sale_refunded");
  return ofKind(standing, "sale_recorded")
    .filter(({ data }) => data.tag === undefined || !gone.has(data.tag))
    .map(({ id, at, data }) => {
      const mine = corrections.filter((correction) => correction.data.target === id);
      const price = mine.at(-1)?.data ?? data;
      const numbered = mine.findLast((correction) => correction.data.ref !== undefined)?.data ?? data;
      return {
        event: id,
        at,
        amountMinor: price.amountMinor ?? null,
        currency: price.currency ?? null,
        ref: numbered.ref ?? null,
        how: data.how,
        refunds: refunds
          .filter((refund) => refund.data.target === id)
          .map((refund) => ({
            at: refund.at,
            amountMinor: refund.data.amountMinor,
            currency: refund.data.currency,
          })),
      };
    });
}
