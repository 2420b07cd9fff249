/** Why something may, may not, or may perhaps be sent, and the sentence for it; the interface adds the times. */
export const WINDOW_REASONS = {
  within_window: "The customer wrote or acted in the last 24 hours.",
  window_over: "The window after the customer's last action is over.",
  customer_never_acted: "The customer has not written yet.",
  action_not_seen: "When the customer last wrote was not seen. Open the conversation to see it.",
  action_time_rough: "The page shows the time of the last message only roughly. The window may just be over.",
  person_only: "A person may reply by hand up to seven days after the customer's message, not a bot.",
  no_permission: "Meta has not given this Page the permission.",
  permission_not_known: "Whether Meta gave this Page the permission is not known.",
  ad_click:
    "After a click on an ad the window may last up to seven days. Meta does not say for which replies.",
  approved_template: "With a template that Meta approved, at any time.",
  opted_in: "The customer asked for marketing messages.",
  no_opt_in: "The customer has not asked for marketing messages.",
  opted_out: "The customer has stopped marketing messages.",
  opt_in_over: "The customer's consent has run out. Ask again in the conversation.",
  opt_in_not_known: "Whether the customer asked for marketing messages is not known.",
  country_not_allowed: "Meta does not allow marketing messages for this country.",
  country_not_known: "The country of the Page or of the customer is not known.",
  limit_reported: "Meta refused the last one: its limit for 90 days is reached.",
  sent_recently: "One was sent already: at most one a day, and none within 12 hours.",
  last_send_not_known: "When the last one was sent is not known.",
} as const;

export type WindowReason = keyof typeof WINDOW_REASONS;
