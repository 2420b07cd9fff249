import type { Change } from "#lib/contract.ts";

/**
 * An entry of the feed for a member who may not see revenue: a colleague's sale without its amount, and null for a
 * colleague's refund, which is nothing but an amount.
 */
export function hideAmounts(change: Change, member: string): Change | null {
  const { event } = change;
  if (change.member === member) return change;
  switch (event.kind) {
    case "sale_recorded":
    case "sale_corrected": {
      const { amountMinor: _amount, currency: _currency, ...rest } = event.data;
      // safe because: both are optional in the data of these kinds.
      return { ...change, event: { ...event, data: rest } as Change["event"] };
    }
    case "sale_refunded":
      return null;
    default:
      return change;
  }
}
