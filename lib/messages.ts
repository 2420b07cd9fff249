import { defineExtensionMessaging } from "@webext-core/messaging";
import type {
  AuditPage,
  DataExport,
  Erased,
  Member,
  PairingMade,
  Policy,
  PolicyChange,
  Role,
  SalesAnswer,
  ScorecardAnswer,
  SpendAccount,
  SpendImported,
  SpendSummary,
} from "#lib/contract.ts";
import type { Aside } from "#lib/domain/aside.ts";
import type { Day } from "#lib/domain/day.ts";
import type { Command, KeyMap } from "#lib/domain/commands.ts";
import type { AnchorPack } from "#lib/domain/anchor-pack.ts";
import type { FoldRules } from "#lib/domain/conversation.ts";
import type { Explanation } from "#lib/domain/calendar-explain.ts";
import type { Draft, StoredEvent } from "#lib/domain/event.ts";
import type { Source } from "#lib/domain/event-data.ts";
import type { KeywordRule } from "#lib/domain/keyword.ts";
import type { MacroUse } from "#lib/domain/macro-use.ts";
import type { Mark } from "#lib/domain/mark.ts";
import type { Names } from "#lib/domain/named-list.ts";
import type { Look } from "#lib/domain/observe.ts";
import type { Action, MessagingWindow } from "#lib/domain/messaging-window.ts";
import type { Asked, Due } from "#lib/domain/response-due.ts";
import type { Grouping } from "#lib/domain/scorecard-query.ts";
import type { QueueEntry } from "#lib/domain/queue.ts";
import type { ReportRange } from "#lib/domain/report-range.ts";
import type { Macro, Settings } from "#lib/domain/settings.ts";
import type { Acquaintance, Channel, Glimpse, Thread } from "#lib/domain/thread.ts";
import type { WalkEntry } from "#lib/domain/walk.ts";
import type { Erase } from "#lib/store/erase.ts";
import type { HeldSpend } from "#lib/store/held-spend.ts";
import type { ExportFrom, ExportPart, Held } from "#lib/store/inventory.ts";
import type { Preferences } from "#lib/store/kept.ts";
import type { Membership } from "#lib/store/membership.ts";
import type { PageHere } from "#lib/store/page.ts";
import type { PersonFile } from "#lib/sync/admin.ts";
import type { AsKnown } from "#lib/sync/as-known.ts";
import type { OfferHere } from "#lib/sync/pair.ts";

/** Where a judgement is on its way to the team. `local`: no server counts this Page. */
export type SyncState = { state: "local" | "pending" | "synced" } | { state: "refused"; reason: string };

/** So begin the keys under which a page keeps in the extension's storage what it judged, until the background has it. */
export const UNSENT = "unsent:";

/** Whether the workspace counts a Page; until it is answered nothing is recorded. */
export type PageState = "counted" | "not_counted" | "unknown";

/** Everything the overlay needs of one thread: it folds the events itself. */
export interface ThreadLog {
  thread: Thread;
  page: PageState;
  /** This member may answer for the Page (alone: always; paired: administrators). */
  mayAnswerPage: boolean;
  /** The workspaces for which this member may; none alone. */
  teams: { id: string; name: string }[];
  events: StoredEvent[];
  /** Of the judgements made here; an event that is not named is synced. */
  sync: Record<string, SyncState>;
  link: LinkState;
  /** What this browser alone holds of it. */
  aside: Aside;
}

/** The state of the link to the team's server, for the popup and the bar. */
export type LinkState =
  | { state: "alone" }
  | {
      state: "online";
      server: string;
      workspace: string;
      role: Role;
      pending: number;
      lastSyncAt: number | null;
      /** The first reading of the team's log, while it goes on: events read, of all. */
      reading: { done: number; total: number } | null;
    }
  | {
      state: "offline";
      server: string;
      workspace: string;
      role: Role;
      pending: number;
      since: number;
      /** What the last try met, in a sentence. */
      problem: string;
    }
  | { state: "revoked"; server: string; workspace: string; role: Role; pending: number; since: number };

export type { AsKnown, Membership };

/** The link to a team's server, where there is one. */
export type PairedLink = Exclude<LinkState, { state: "alone" }>;

/** One of the workspaces of this browser. */
export interface WorkspaceHere {
  id: string;
  isChosen: boolean;
  link: PairedLink;
  /** What its administrators decided for everybody. */
  policy: Policy | null;
}

/** Why something is due when it is. */
export interface WhyDue {
  due: Due;
  /** Null where nothing sets a target. */
  explanation: Explanation | null;
  /** The zone of the hours that counted. */
  timeZone: string;
  /** Nobody has said these yet. */
  isDefault: { hours: boolean; targets: boolean };
}

/** A macro as the picker shows it: the person's own stay in this browser. */
export type ShownMacro = Macro & { isPersonal?: true };

/** What the overlay takes from the settings. */
export interface OverlaySettings {
  reasons: string[];
  reasonNames: Names;
  checklist: Settings["checklist"];
  keywords: KeywordRule[];
  currency: string;
  /** The person's own first, then the team's. */
  macros: ShownMacro[];
  sources: { label: string; source: Source }[];
  /** Campaign names by ad id, for the source chip. */
  ads: Record<string, string>;
  members: Record<string, string>;
  /** Who may take over, and who this is among them; null where nobody else is there. */
  team: { me: string; colleagues: { id: string; name: string }[] } | null;
  rules: FoldRules;
  probe: boolean;
  keys: KeyMap;
  /** The team's own pack of where things are on the page; null is the one in the build. */
  anchors: AnchorPack | null;
}

export interface ScorecardReply {
  /** Null when nothing was ever computed. */
  card: ScorecardAnswer | null;
  /** Epoch ms of the figures shown; older than now when they come from the cache. */
  asOf: number | null;
  from: "server" | "browser" | "cache";
  /** Days of the range asked for, in the time zone of the report. */
  days: { from: string; to: string };
  /** Nothing was ever recorded in this browser: the popup says what to do first. */
  isFirstRun: boolean;
  link: LinkState;
}

/** Somebody else who has a conversation open; a name that is not known yet is null. */
export interface Colleague {
  name: string | null;
  typing: boolean;
}

/** A failure as a value: errors do not cross between contexts. */
export type Outcomed<T> =
  | { ok: true; value: T }
  | { ok: false; code: string; sentence: string; fields: Record<string, string> };

/** Every message between contexts, one line each. The background answers all but `changed`. */
export interface Messages {
  /** The page: the log of the open thread. */
  openThread(query: { thread: Thread }): ThreadLog;
  /** The page: store judgements; the same ids again change nothing. Refused while the Page is not counted. */
  record(query: { drafts: Draft[] }): Outcomed<ThreadLog>;
  /** The page: keep the rep's own note; empty is none. */
  keepNote(query: { thread: Thread; note: string }): ThreadLog;
  /** The page: do not suggest this word in this conversation again. */
  dismiss(query: { thread: Thread; word: string }): ThreadLog;
  /** The page: what one look at the open conversation shows; answers null when nothing was new. */
  look(query: { look: Look }): ThreadLog | null;
  /** The page: an inbox is open, said every 20 seconds. */
  inboxOpen(): void;
  /** The page: what is known for rows whose identity is certain, by thread key. */
  marks(query: { threads: Thread[] }): Record<string, Mark>;
  /** The page: when things are due by the hours and targets of a Page, in the order asked. */
  dues(query: { asset: string | null; asked: Asked[] }): Due[];
  /** The page: what may be sent to a customer now, by when their last message came (null: not seen). */
  mayWrite(query: { channel: Channel; thread: Thread | null; last: Action }): MessagingWindow;
  /** The page: what a macro may name and only the background knows; null is not known. */
  macroValues(query: {
    asset: string;
    channel: Channel;
  }): Record<"page.name" | "rep.name" | "handoff.eta", string | null>;
  /** The page and the options: how often each macro was inserted, by its id. */
  macroUses(): Record<string, MacroUse>;
  whyDue(query: { asset: string | null; asked: Asked }): WhyDue;
  /** The page: conversations that this browser was certain of before, the latest 2,000 of a Page. */
  recall(query: { asset: string }): Acquaintance[];
  /** The page: a conversation became certain under a name, which stays in this browser. Answers whether it was kept. */
  learn(query: Acquaintance): boolean;
  /** The page: whose rows pass by in the list, for a walk through the past. Answers whether they were kept. */
  glimpse(query: { asset: string; rows: Glimpse[] }): boolean;
  /** The page (and the options, for the sources): what the overlay takes from the settings; with the open Page, those of the workspace that counts it. */
  overlaySettings(query?: { asset: string }): OverlaySettings;
  /** The page: whether this Page is counted, asked once. */
  answerPage(query: {
    asset: string;
    name: string | null;
    counted: boolean;
    /** Whose answer it is; null where there is one only, or none. */
    workspace: string | null;
  }): Outcomed<PageState>;
  /** The page: open the popup's big brother, or the options. */
  openPage(query: { page: "options" | "scorecard" | "queue" }): void;
  /** The side panel: who may have to be answered, the most urgent first. */
  queue(): QueueEntry[];
  /** The side panel: open a conversation; `evenSo` although the composer there holds a text. */
  openConversation(query: { thread: Thread; evenSo: boolean }): "opening" | "holds_text";
  /** The side panel: what is to be tagged of all that is known, and what was tagged since a walk began (epoch ms). */
  walk(query: { since: number | null }): WalkEntry[];
  /** The side panel: do in the page what a key does there, or tag the earlier conversation of an instant; false where another conversation is open. */
  pressThere(query: { thread: Thread; command: Command; about: number | null }): boolean;
  /** To the page: the same. */
  press(query: { thread: Thread; command: Command; about: number | null }): boolean;
  /** To the page: whether somebody has written something that was not sent. */
  composerHolds(): boolean;
  /** To the side panel: the first conversation that is certain where one was asked for; answers that it heard. */
  conversationOpened(query: { wanted: Thread; isRight: boolean }): boolean;
  /** To the side panel: open this one, and ask first where a text would be lost; answers that it heard. */
  openWanted(query: { thread: Thread }): boolean;
  /** The page: what can be seen in it (null: nothing), and whether somebody types; said every ten seconds. */
  presence(query: { thread: Thread | null; typing: boolean }): void;
  /** To the page: who else has that open; kept nowhere. */
  others(query: { thread: Thread; people: Colleague[] }): void;
  /** To the page: events of these threads (by key), or the settings, changed. */
  changed(query: { threads: string[]; settings: boolean }): void;

  /** Popup: the ladder; `cached` answers at once with the last figures. */
  scorecard(query: { range: ReportRange; by: Grouping; cached: boolean }): Outcomed<ScorecardReply>;
  /** The same as the team knew it on a past day: asked again it says how far it is; null ends it. */
  asKnown(query: { range: ReportRange; by: Grouping; on: Day; attempt: number } | null): AsKnown | null;
  link(): LinkState;
  /** Push what waits, now, and see whether the server answers. */
  syncNow(): LinkState;
  /** Options: what a code would pair with, how many events would be uploaded, and whose spend would not. */
  lookAtPairing(query: { server: string; code: string }): Outcomed<OfferHere>;
  pair(query: { server: string; code: string; deviceName: string }): Outcomed<LinkState>;
  unpair(query: { workspace: string }): LinkState;
  /** Our own pages: every workspace that this browser is paired with; and which of them the pages show. */
  workspaces(): WorkspaceHere[];
  chooseWorkspace(query: { workspace: string }): void;
  /** Options: every Page that is known here. */
  pages(): PageHere[];
  /** Options: a file of spend, checked, then imported. */
  checkSpend(query: { csv: string }): Outcomed<SpendSummary>;
  importSpend(query: { csv: string; account: { name: string; timeZone: string } }): Outcomed<SpendImported>;
  spendAccounts(): Outcomed<SpendAccount[]>;
  /** Options: the days that each account's spend covers in this browser. */
  heldSpend(): HeldSpend[];
  /** Options: a list of sales, compared with what is known, then recorded. The same file again changes nothing. */
  checkSales(query: { csv: string }): Outcomed<SalesAnswer>;
  importSales(query: { csv: string }): Outcomed<SalesAnswer>;
  /** Options: who this browser is in its team, and what was decided for everybody; null alone. */
  membership(): Membership | null;
  /** Options, administrators: people and their devices, codes, roles. */
  people(): Outcomed<Member[]>;
  invite(query: { name: string; role: Role; member?: string | undefined }): Outcomed<PairingMade>;
  changeRole(query: { member: string; role: Role }): Outcomed<undefined>;
  removeMember(query: { member: string }): Outcomed<undefined>;
  revokeDevice(query: { device: string }): Outcomed<undefined>;
  savePolicy(query: PolicyChange): Outcomed<Policy>;
  /** Options, administrators: what was done, a page at a time; `before` null begins with the newest. */
  audit(query: { before: number | null }): Outcomed<AuditPage>;
  /** Options, administrators: files of all conversations, and what is known of one person. */
  exports(): Outcomed<DataExport[]>;
  askExport(): Outcomed<DataExport>;
  exportPerson(query: { person: string }): Outcomed<PersonFile>;
  erasePerson(query: { person: string }): Outcomed<Erased>;
  settings(): Settings;
  /** Refused as `settings_newer` when the version edited is not the newest. */
  saveSettings(query: { settings: Settings }): Outcomed<Settings>;
  /** Options: what this browser alone decides. */
  preferences(): Preferences;
  savePreferences(query: Preferences): Preferences;
  /** Options: what is stored here, all of it in parts, and its erasure. */
  inventory(): Held[];
  exportPart(query: { from: ExportFrom | null }): ExportPart;
  erase(query: { what: Erase }): void;
  /** Options: one customer forgotten in this browser alone, by the id of their thread; gives how many threads. */
  erasePersonHere(query: { person: string }): number;
}

export const { sendMessage, onMessage } = defineExtensionMessaging<Messages>();
