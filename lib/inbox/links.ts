import { readLocation } from "./location.ts";

/** Whether a link's address names a conversation. */
export const isThreadLink = (link: Element): boolean => {
  const href = link.getAttribute("href") ?? "";
  // Most links of a list are "#": no address is taken apart for them.
  return href.includes("selected_item_id=") && (readLocation(href)?.id ?? null) !== null;
};

/** Whether a link's address leads into the inbox. */
export const isInboxLink = (link: Element): boolean => {
  const href = link.getAttribute("href") ?? "";
  return href !== "" && !href.startsWith("#") && readLocation(href) !== null;
};

/** Links whose address names a conversation: rows on some builds, tabs on others. */
export const threadLinks = (root: ParentNode): HTMLAnchorElement[] =>
  [...root.querySelectorAll<HTMLAnchorElement>("a[href]")].filter(isThreadLink);
