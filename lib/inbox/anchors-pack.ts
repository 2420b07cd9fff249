import type { AnchorPack } from "#lib/domain/anchor-pack.ts";

/**
 * Where the things of the page are, best evidence first. Old and new builds of the page live side by side, so nothing
 * is dropped when a new way is added; the evidence and the expected counts stand in `anchors-evidence.ts`.
 */
export const ANCHOR_PACK = {
  version: 1,
  revision: "2026-11-1",
  anchors: {
    surface: [
      { id: "surface.bizweb", path: [{ attributes: { "data-surface": { holds: "bizweb:inbox" } } }] },
      { id: "surface.library", path: [{ attributes: { "data-surface": { holds: "bizweb_inbox" } } }] },
      { id: "surface.pagelet", path: [{ attributes: { "data-pagelet": { holds: "BizInbox" } } }] },
      { id: "surface.list-pagelet", path: [{ attributes: { "data-pagelet": { holds: "ThreadListView" } } }] },
      { id: "surface.region", path: [{ role: "region" }], has: { attributes: { "data-message-id": true } } },
      {
        id: "surface.rows",
        path: [{ role: "presentation" }],
        has: { tag: "abbr", attributes: { "data-utime": true } },
      },
    ],
    list: [
      { id: "list.surface", path: [{ attributes: { "data-surface": { ends: "thread_list" } } }] },
      { id: "list.body", path: [{ attributes: { "data-pagelet": { holds: "ThreadListViewBody" } } }] },
      { id: "list.pagelet", path: [{ attributes: { "data-pagelet": { holds: "ThreadListView" } } }] },
    ],
    row: [
      {
        id: "row.surface",
        path: [{ role: "presentation" }],
        has: { attributes: { "data-surface": { holds: "thread_row" } } },
      },
      {
        id: "row.time",
        path: [{ role: "presentation" }],
        has: { tag: "abbr", attributes: { "data-utime": true } },
      },
      {
        id: "row.item",
        path: [{ role: "listitem" }],
        has: { tag: "abbr", attributes: { "data-utime": true } },
      },
      {
        id: "row.path",
        path: [{ attributes: { "data-surface": { holds: "thread_row" } } }],
        has: { attributes: { "data-surface": { holds: "thread_title" } } },
      },
      { id: "row.plain", path: [{ role: "presentation" }], has: { tag: "img" } },
    ],
    title: [{ id: "title.surface", path: [{ attributes: { "data-surface": { holds: "thread_title" } } }] }],
    header: [
      { id: "header.surface", path: [{ attributes: { "data-surface": { holds: "detail_view_header" } } }] },
      { id: "header.pagelet", path: [{ attributes: { "data-pagelet": { holds: "DetailViewHeader" } } }] },
    ],
    region: [
      { id: "region.ids", path: [{ role: "region" }], has: { attributes: { "data-message-id": true } } },
      { id: "region.pagelet", path: [{ attributes: { "data-pagelet": { holds: "MessageListContainer" } } }] },
      {
        id: "region.detail",
        path: [{ attributes: { "data-surface": { holds: "detail" } } }, { role: "region" }],
      },
      {
        id: "region.section",
        path: [{ attributes: { "data-pagelet": { holds: "Detail" } } }, { role: "region" }],
      },
      { id: "region.main", path: [{ role: "main" }, { role: "region" }] },
      { id: "region.named", path: [{ role: "region", attributes: { "aria-label": true } }] },
    ],
    message: [{ id: "message.id", path: [{ attributes: { "data-message-id": true } }] }],
    composer: [
      {
        id: "composer.lexical",
        path: [{ role: "textbox", attributes: { "data-lexical-editor": { is: "true" } } }],
      },
      { id: "composer.textbox", path: [{ role: "textbox", attributes: { "aria-label": true } }] },
      { id: "composer.placeholder", path: [{ role: "textbox", attributes: { "aria-placeholder": true } }] },
      { id: "composer.textarea", path: [{ tag: "textarea" }] },
    ],
    tabs: [
      { id: "tabs.surface", path: [{ attributes: { "data-surface": { holds: "channel_selector" } } }] },
      { id: "tabs.list", path: [{ role: "tablist" }], has: { tag: "a" } },
    ],
    details: [
      { id: "details.pagelet", path: [{ attributes: { "data-pagelet": { holds: "ContextCard" } } }] },
      { id: "details.complementary", path: [{ role: "complementary" }] },
    ],
  },
} as const satisfies AnchorPack;

type Packs = (typeof ANCHOR_PACK)["anchors"];
export type AnchorId = Packs[keyof Packs][number]["id"];
