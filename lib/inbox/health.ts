import type { Places } from "./locate.ts";
import type { Health } from "./reading.ts";

/** What was read, as far as it proves a part. */
export interface Proof {
  places: Places;
  rows: number;
  name: string | null;
  /** The address names a conversation. */
  isAsked: boolean;
}

const found = (part: unknown, otherwise: "missing" | "not_expected"): "found" | "missing" | "not_expected" =>
  part ? "found" : otherwise;

/**
 * Whether each part of the page was found. Missing means that the page should have it: a list with pictures but no
 * row, an open conversation without its name, a field in the pane that is no composer Rung knows.
 */
export function healthOf({ places, rows, name, isAsked }: Proof, root: HTMLElement): Health {
  const { surface, list, header, region, composer, tabs, details, pane } = places;
  const isOpen = isAsked || header !== null || region !== null;
  const hasPictures = (list?.querySelector("img,[role=img],abbr") ?? null) !== null;
  const hasField = (pane?.querySelector("textarea,[role=textbox],[contenteditable=true]") ?? null) !== null;
  return {
    surface: found(surface, "missing"),
    list: found(list, "missing"),
    rows: found(rows > 0, hasPictures ? "missing" : "not_expected"),
    header: found(name, isOpen ? "missing" : "not_expected"),
    messages: found(region, isOpen ? "missing" : "not_expected"),
    composer: found(composer, hasField ? "missing" : "not_expected"),
    tabs: found(tabs, surface && root.querySelector("[role=tablist]") ? "missing" : "not_expected"),
    details: found(details, "not_expected"),
  };
}
