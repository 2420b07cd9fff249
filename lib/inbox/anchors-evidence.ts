import type { AnchorId } from "./anchors-pack.ts";

/**
 * Why each alternative is believed: how many public codebases that run against the page agree on it, and when it was
 * seen on a live page (inbox facts, section 2). How often each is expected stands in every fixture.
 */
export const ANCHOR_EVIDENCE = {
  "surface.bizweb": "2026 builds; five codebases",
  "surface.library": "2026 builds; the inbox's own part of a surface path, five codebases",
  "surface.pagelet": "builds of 2022 to 2026; nine codebases",
  "surface.list-pagelet": "builds of 2022 to 2026; three names of one list",
  "surface.region": "four codebases for the region, five for the ids",
  "surface.rows": "seven codebases for the role, two saw the exact time element",
  "list.surface": "2026 builds, seen live",
  "list.body": "builds of 2022 to 2026; the inner of two list pagelets",
  "list.pagelet": "builds of 2022 to 2026; Meta's own spelling varies before these words",
  "row.surface": "2026 builds; four codebases, the number is a place and no identity",
  "row.time": "seven codebases for the role, two for the time inside",
  "row.item": "an alternative hook of other builds; two codebases",
  "row.path": "2026 builds; four codebases, for a build whose rows lose their role",
  "row.plain": "seven codebases for the role; a picture tells a row from a wrapper",
  "title.surface": "2026 builds; four codebases",
  "header.surface": "2026 builds; the one verbatim fragment that is public",
  "header.pagelet": "builds of 2022 to 2026; six codebases for what is in it",
  "region.ids": "four codebases for the role, five for the ids",
  "region.pagelet": "builds of 2022 to 2026; its label is in the page's language",
  "region.detail": "2026 builds; the region of a pane without message ids",
  "region.section": "builds of 2022 to 2026; the same by pagelet",
  "region.main": "our inference from the roles of the pane",
  "region.named": "four codebases; last, since other parts may be regions too",
  "message.id": "five codebases; of quotes the outer one counts",
  "composer.lexical": "2026, seen live",
  "composer.textbox": "2026, seen live; builds before Lexical had the role too",
  "composer.placeholder": "2026, seen live",
  "composer.textarea": "builds of 2022 to 2025; a fallback in code of 2026",
  "tabs.surface": "2026 builds, seen live",
  "tabs.list": "the same tabs where surface paths are gone",
  "details.pagelet": "builds of 2022 to 2026; nine codebases for the family of names",
  "details.complementary": "our inference; checked against what it holds",
} as const satisfies Record<AnchorId, string>;
