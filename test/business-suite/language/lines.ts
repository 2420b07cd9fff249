import type { LineWords } from "./words.ts";

/** Meta's own lines; they come in English on other pages too (facts, section 2.4). */
export const ENGLISH_LINES: LineWords = {
  ad_reply: (who) => `${who} replied to an ad.`,
  ad_start: (who) => `${who} started a conversation from an ad`,
  welcome_reply: (who) =>
    `${who} replied to your automated welcome message. To change or remove this greeting, visit Messaging settings.`,
  lead_stage: (_, what) => `Lead stage set to ${what}`,
  auto_label: (_, what) => `Auto-label added: ${what}`,
  assigned: (_, what) => `Assigned to ${what}`,
  assigned_by: (who, what) => `${who} assigned this conversation to ${what}`,
  ai_will_respond: () => "Your AI agent will respond.",
  ai_transferred: () =>
    "Your AI agent transferred this chat to you. Teach your AI so it can respond next time.",
  ai_taken_over: () => "You took over this chat from your AI agent.",
  resolved: (who) => `${who} resolved this conversation`,
  calls: () => "You can now call each other and see information such as Active Status.",
};
