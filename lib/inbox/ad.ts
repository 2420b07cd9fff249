import { isWithin } from "./dom.ts";
import type { Places } from "./locate.ts";
import { isPageId } from "./location.ts";
import { nameFrom, runsOf } from "./text.ts";

const AD_LABEL = /^ad_id\.(\d{5,25})$/;

/** What the details pane says, as far as it bears on the ad and on whose details they are. */
export interface DetailsReading {
  /** The ad that a label names (`ad_id.<digits>`); null where no label does, or several disagree. */
  adId: string | null;
  /** The header's name stands in the pane, too. */
  hasName: boolean;
  /** The id of the profile that the pane links to: on Messenger the conversation's own. */
  profile: string | null;
}

const only = <Value>(values: readonly Value[]): Value | null => {
  const [value, ...others] = new Set(values);
  return others.length === 0 ? (value ?? null) : null;
};

function profileIn(link: Element): string[] {
  const url = URL.parse(link.getAttribute("href") ?? "");
  const id = url?.pathname === "/profile.php" ? url.searchParams.get("id") : null;
  return isPageId(id) ? [id] : [];
}

/**
 * Reads the details pane. What the customer wrote, and what the customer is called, is never taken for a label.
 * @param name the header's
 */
export function readDetails({ details, region, header, list }: Places, name: string | null): DetailsReading {
  if (!details) return { adId: null, hasName: false, profile: null };
  const isOther = (element: Element) => isWithin(element, region, header, list);
  const runs = runsOf(details, isOther);
  const words = runs.flatMap(({ text }) => text.split(" ")).filter((word) => word !== name);
  return {
    adId: only(words.flatMap((word) => AD_LABEL.exec(word)?.[1] ?? [])),
    hasName: name !== null && runs.some(({ text }) => nameFrom(text) === name),
    profile: only([...details.querySelectorAll("a[href]")].flatMap(profileIn)),
  };
}
