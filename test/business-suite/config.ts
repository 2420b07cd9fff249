import type { ThreadSeed } from "./types.ts";

export type Language = "en" | "de" | "vi" | "th" | "id" | "ar";
export type NoticeKind = "whatsapp_restricted" | "away" | "ai_agent";

/** Every switch of the stand-in; section numbers are those of the facts. */
export interface SuiteConfig {
  /** The Page: its id, its name, its business (§1). */
  asset: string;
  pageName: string;
  business: string;
  /** Conversations from the start; null takes `sample`. */
  threads: ThreadSeed[] | null;
  sample: { count: number; seed: number; duplicateNames: boolean };
  /** Epoch ms at which the page's clock stands still; null is the real clock. */
  now: number | null;
  /** IANA zone of the times written on the page; null is the browser's. */
  timeZone: string | null;
  language: Language;
  theme: "light" | "dark";
  /** Which generation of the page (§2.1). */
  surfaces: boolean;
  pagelets: boolean;
  legacyClasses: boolean;
  classSeed: number;
  /** Rows with no link, with `href="#"`, or with the address of the conversation (§2.1, 3). */
  rowLinks: "none" | "hash" | "full";
  /** A row's `role=presentation` once more around it (§2.2). */
  nestedRows: boolean;
  /** Where the selected row says so (§2.2). */
  selectedOn: "row" | "inner" | "none";
  avatarAlt: boolean;
  /** The id of the open conversation in the address bar (§1). */
  address: "follows" | "absent" | "frozen" | "dropped";
  /** `mailbox_id` beside `asset_id`, alone, or none of the two. */
  accountParams: "both" | "asset" | "mailbox";
  /** A deep link opens what it names, or another conversation (§1). */
  deepLink: "honoured" | "other";
  /** What is open when no link names a conversation. */
  start: "none" | "first";
  /** Channel tabs: with ids and the Instagram trap, without ids, or no tabs at all (§1). */
  tabs: "ids" | "plain" | "none";
  tabDelay: number;
  /** From the click on a row to the new pane, ms; the address moves at once. */
  openDelay: number;
  /** Headings "Inbox", "Messenger" and "About" that a search for any heading would take for the name (§2.3). */
  headings: boolean;
  /** The messages stand in a region, or in a box that says nothing of itself. */
  pane: "region" | "bare";
  paneUtime: boolean;
  messageIds: "all" | "none" | "except_wec";
  dividers: "text" | "separator" | "none";
  /** Runs of one side within so many seconds share one time wrapper. */
  groupSeconds: number;
  composer: "lexical" | "lexical_plain" | "textarea" | "none";
  /** A sent bubble stays, or vanishes again (§2.5). */
  sends: "kept" | "thrown_away";
  sendDelay: number;
  /** The line under what this browser's composer sent; null writes none. */
  sentByMe: string | null;
  notices: NoticeKind[];
  details: boolean;
  /** Ms of grey boxes before the page is there (§9). */
  hydrationDelay: number;
  /** A dialog that takes the focus back, by either event (extension facts, pitfalls). */
  dialog: "closed" | "focusin" | "focusout" | "both";
  hotKeys: boolean;
  accessKeys: boolean;
  tinyRem: boolean;
  /** Record what the page's listeners get to see. */
  listens: boolean;
  /** Keep conversations over a reload, as a server would; keyed by this config. */
  persists: boolean;
}

export const DEFAULTS: SuiteConfig = {
  asset: "9000000000000001",
  pageName: "Sample Shop",
  business: "9000000000000777",
  threads: null,
  sample: { count: 16, seed: 1, duplicateNames: false },
  now: null,
  timeZone: null,
  language: "en",
  theme: "light",
  surfaces: true,
  pagelets: true,
  legacyClasses: true,
  classSeed: 1,
  rowLinks: "none",
  nestedRows: false,
  selectedOn: "row",
  avatarAlt: false,
  address: "follows",
  accountParams: "both",
  deepLink: "honoured",
  start: "none",
  tabs: "ids",
  tabDelay: 700,
  openDelay: 80,
  headings: true,
  pane: "region",
  paneUtime: true,
  messageIds: "except_wec",
  dividers: "text",
  groupSeconds: 0,
  composer: "lexical",
  sends: "kept",
  sendDelay: 150,
  sentByMe: null,
  notices: [],
  details: true,
  hydrationDelay: 0,
  dialog: "closed",
  hotKeys: false,
  accessKeys: false,
  tinyRem: false,
  listens: true,
  persists: true,
};

const BLOCK = "suite-config";

/** The config that the answering side wrote into the page's data block, over the defaults. */
export function readConfig(document: Document): SuiteConfig {
  const text = document.getElementById(BLOCK)?.textContent ?? "{}";
  return { ...DEFAULTS, ...asPartial(JSON.parse(text)) };
}

// safe because the block is written by our own tests from this very type
const asPartial = (value: unknown): Partial<SuiteConfig> => value as Partial<SuiteConfig>;
