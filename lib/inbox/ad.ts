import { isWithin } from "./dom.ts";
import type { Places } from "./locate.ts";
import { runsOf } from "./text.ts";

const AD_LABEL = /^ad_id\.(\d{5,25})$/;

/**
 * The ad that a label of the details pane names (`ad_id.<digits>`). Null where no label does, or several disagree.
 * What the customer wrote, and what the customer is called, is never taken for a label.
 */
export function adIdIn({ details, region, header, list }: Places, name: string | null): string | null {
  if (!details) return null;
  const isOther = (element: Element) => isWithin(element, region, header, list);
  const ids = runsOf(details, isOther)
    .flatMap(({ text }) => text.split(" "))
    .filter((word) => word !== name)
    .flatMap((word) => AD_LABEL.exec(word)?.[1] ?? []);
  const [id, ...others] = new Set(ids);
  return others.length === 0 ? (id ?? null) : null;
}
