import type { SuiteConfig } from "./config.ts";
import type { Heard } from "./listen.ts";
import type { Sent } from "./state.ts";
import type { Channel, LineKind, Section, SuiteThread, ThreadSeed } from "./types.ts";
import type { Violation } from "./violations.ts";

export interface Writing {
  /** Epoch ms; the page's now where it is left out. */
  at?: number;
  /** Several bubbles under one id. */
  texts?: string[];
  sticker?: string;
  /** The id of the message it answers. */
  quotes?: string;
}

export interface LineWriting {
  at?: number;
  who?: string;
  what?: string;
  /** The row moves up and shows the line; default true, as on the page. */
  bumps?: boolean;
}

export interface OpenThread {
  channel: Channel;
  asset: string;
  id: string;
  name: string;
}

/** `window.suite`: a test moves the page and reads what it saw. Verbs that write return the new message's id. */
export interface SuiteDriver {
  /** The page is there: hydrated, and opened what it opens by itself. */
  ready(): Promise<void>;

  /** Everyone writes. */
  addThread(seed: ThreadSeed): string;
  customerWrites(thread: string, text: string, options?: Writing): string;
  /** A colleague, by name: "Sent by <by>". */
  agentAnswers(thread: string, text: string, by: string, options?: Writing): string;
  /** An outgoing message whose author the page does not say. */
  pageAnswers(thread: string, text: string, options?: Writing): string;
  /** A greeting or away message; may be signed by a colleague all the same. */
  automaticReply(thread: string, text: string, options?: Writing & { by?: string }): string;
  /** Meta's AI agent. */
  botAnswers(thread: string, text: string, options?: Writing): string;
  systemLine(thread: string, line: LineKind, options?: LineWriting): void;
  /** A reaction: the row moves, the pane shows nothing new. */
  react(thread: string, sign: string, options?: { by?: "customer" | "business"; at?: number }): void;
  label(thread: string, label: string): void;
  rename(thread: string, name: string): void;
  moveToDone(thread: string): void;

  /** The page moves. */
  openThread(thread: string): void;
  closeThread(): void;
  showSection(section: Section): void;
  /** Changes switches while the page stands. */
  set(change: Partial<SuiteConfig>): void;
  setTheme(theme: SuiteConfig["theme"]): void;
  setNow(at: number | null): void;
  advance(ms: number): void;
  /** Every part renders again, in place. */
  renderAgain(): void;
  /** The nodes of a part are thrown away and made anew. */
  remount(part: "list" | "pane" | "all"): void;
  rotateClasses(seed: number): void;
  scrollList(top: number): void;
  openDialog(trap: "focusin" | "focusout" | "both"): void;
  closeDialog(): void;

  /** What the page knows. */
  now(): number;
  threads(): SuiteThread[];
  /** Names of the rows in the list's order, mounted or not. */
  listed(): { id: string; name: string }[];
  opened(): OpenThread | null;
  composerText(): string;
  sent(): Sent[];
  /** Fatal: something touched a row's hidden actions. Kept over reloads. */
  violations(): Violation[];
  forgetViolations(): void;
  /** What the page's listeners saw, since the load or since `forgetHeard`. */
  heard(): Heard[];
  forgetHeard(): void;
  /** The page's own shortcuts that fired. */
  hotKeysFired(): string[];
  /** Errors that nobody caught, in the page's world. */
  errors(): string[];
}

declare global {
  interface Window {
    suite: SuiteDriver;
  }
}
