import type { NoticeKind } from "#test/business-suite/config.ts";
import type { Channel, LineKind } from "#test/business-suite/types.ts";

/** A line of the pane: who it names, and what (a stage, a label, a colleague). */
export type LineWords = Record<LineKind, (who: string, what: string) => string>;

/** The page's own texts in one language. What no source gives in a language is our translation, or English. */
export interface Words {
  locale: string;
  dir: "ltr" | "rtl";
  you: string;
  today: string;
  inbox: string;
  home: string;
  allMessages: string;
  facebookComments: string;
  instagramComments: string;
  search: string;
  filters: { unread: string; priority: string; adReplies: string; followUp: string };
  moveToDone: string;
  markFollowUp: string;
  assign: string;
  openMenu: string;
  messageList: string;
  replyIn: Record<Channel, string>;
  send: string;
  sendLike: string;
  attach: string;
  savedReply: string;
  sentBy: string;
  automatic: string;
  improveAi: string;
  viewAd: string;
  cannotReply: string;
  nothingOpen: string;
  empty: string;
  details: {
    collapse: string;
    viewProfile: string;
    leadStage: string;
    orderStatus: string;
    labels: string;
    suggestedLabels: string;
    addNote: string;
    markAsLead: string;
    createOrder: string;
    about: string;
  };
  notices: Record<NoticeKind, [title: string, text: string]>;
  lines: LineWords;
}
