/** Compares by code unit: the same on every device, unlike a locale's order. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

interface Stamped {
  hlc: string;
  device: string;
  id: string;
}

/** The order of judgements: clock stamp, ties by device, then id (definitions, Thread, conversation, event). */
export const byStamp = (a: Stamped, b: Stamped): number =>
  compareText(a.hlc, b.hlc) || compareText(a.device, b.device) || compareText(a.id, b.id);
