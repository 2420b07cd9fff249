/**
 * What a line of Meta's own means. `handover`: a bot passes the customer to people. `notice`: nobody wrote. `label`
 * kinds stand under a message and say who sent it.
 */
export type LineKind =
  | "ad"
  | "welcome"
  | "notice"
  | "reaction"
  | "bot_on"
  | "bot_off"
  | "handover"
  | "sent_by"
  | "automatic"
  | "bot_label";

/** A line by the part of it that never changes: names and amounts stand in the rest. */
export interface LineForm {
  kind: LineKind;
  is?: string;
  starts?: string;
  ends?: string;
  holds?: string;
}

export interface LanguageLines {
  /** What the preview of a row begins with when the business wrote last. */
  you: readonly string[];
  lines: readonly LineForm[];
}

/**
 * Meta's own lines by language, lower case, without full stops at the end. Each was read in public code that runs
 * against the page or in counts of a live database (inbox facts, 2.2 and 2.4); nothing here is translated by us, so a
 * language without lines is one that is not known.
 */
export const SYSTEM_LINES: Readonly<Record<string, LanguageLines>> = {
  en: {
    you: ["you:", "you sent ", "you replied to "],
    lines: [
      { kind: "ad", ends: " replied to an ad" },
      { kind: "ad", ends: " started a conversation from an ad" },
      { kind: "welcome", holds: " replied to your automated welcome message" },
      { kind: "notice", starts: "auto-label added: " },
      { kind: "notice", starts: "lead stage set to " },
      { kind: "notice", starts: "order status marked as " },
      { kind: "notice", starts: "you are replying to a user's comment on your page post" },
      { kind: "notice", ends: " can review and confirm this order" },
      { kind: "notice", holds: " sent a ", ends: " payment" },
      { kind: "notice", ends: " sent a payment" },
      { kind: "notice", is: "transfer requested" },
      { kind: "notice", is: "this message was automatically moved to spam" },
      { kind: "notice", starts: "you can now call each other" },
      { kind: "notice", holds: " assigned this conversation" },
      { kind: "notice", starts: "assigned to " },
      { kind: "notice", ends: " resolved this conversation" },
      { kind: "reaction", holds: " reacted " },
      { kind: "bot_on", is: "your ai agent will respond" },
      { kind: "bot_off", starts: "you took over this chat from your ai agent" },
      { kind: "handover", starts: "your ai agent transferred this chat to you" },
      { kind: "sent_by", starts: "sent by " },
      { kind: "automatic", is: "automated response" },
      { kind: "automatic", is: "automated message" },
      { kind: "automatic", is: "automatic reply" },
      { kind: "automatic", is: "instant reply" },
      { kind: "automatic", is: "away message" },
      { kind: "bot_label", is: "improve ai response" },
    ],
  },
  vi: {
    you: ["bạn:"],
    lines: [
      { kind: "ad", ends: " đã trả lời một quảng cáo" },
      { kind: "notice", holds: " đã trả lời về một bài viết" },
      { kind: "notice", starts: "đã đặt giai đoạn của khách hàng" },
      { kind: "notice", starts: "đã thêm nhãn tự động" },
      { kind: "sent_by", starts: "người gửi:" },
    ],
  },
  th: {
    you: ["คุณ:"],
    lines: [
      { kind: "notice", starts: "คุณกำลังตอบกลับความคิดเห็นของผู้ใช้" },
      { kind: "bot_off", is: "คุณเข้ามาดูแลแชทนี้แทนเอเจนต์ ai" },
      { kind: "sent_by", starts: "ส่งโดย" },
    ],
  },
  es: {
    you: [],
    lines: [{ kind: "welcome", holds: " respondió a tu mensaje de bienvenida automático" }],
  },
  de: { you: ["du:"], lines: [] },
  ar: { you: ["أنت:"], lines: [] },
  ka: { you: ["თქვენ:"], lines: [] },
  id: { you: ["anda:"], lines: [] },
};
