import type { PageReading } from "./page-reader.ts";
import type { Probe, ProbeAnswer } from "./probe.ts";

export interface PageProbe {
  /** The probe for one look: an element is asked again only when it may show somebody else. */
  over: (probe: Probe, page: PageReading, isCertain: boolean) => Probe;
  /** All that was answered is forgotten. */
  forget: () => void;
}

/**
 * While the conversation is certain, and header, address, tabs and the selected row say what they said, the page's
 * world is not asked again at each look: new messages and other rows do not bear on whose the open one is. As long as
 * it is not certain, each look asks.
 */
export function createPageProbe(): PageProbe {
  let ground: readonly unknown[] = [];
  let answers = new Map<Element, ProbeAnswer | null>();
  const forget = () => void (answers = new Map());
  return {
    forget,
    over(probe, { header, location, tabs, rows, places }, isCertain) {
      const selected = rows.flatMap((row) => (row.selected ? [row.element, row.name, row.href] : []));
      const next = [probe, header.element, header.name, location, tabs, places, ...selected];
      const isOther = next.length !== ground.length || next.some((one, index) => one !== ground[index]);
      ground = next;
      if (isOther || !isCertain) forget();
      return (element) => {
        const known = answers.get(element);
        if (known !== undefined) return known;
        const answer = probe(element);
        answers.set(element, answer);
        return answer;
      };
    },
  };
}
