import { describe, expect, it } from "vitest";
import type { MarketingFacts } from "#lib/domain/messaging-marketing.ts";
import { isDeadTag, messagingWindow, type Send, type SendFacts } from "#lib/domain/messaging-window.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const WROTE = Date.UTC(2026, 10, 2, 12);

const marketing: MarketingFacts = {
  permission: "yes",
  optIn: { state: "given", until: null },
  lastSentAt: "none",
  limitReportedAt: null,
  businessCountry: "US",
  customerCountry: "US",
  timeZone: "America/New_York",
};

const facts = (part: Partial<SendFacts> = {}): SendFacts => ({
  channel: "FB_MESSAGE",
  now: WROTE,
  lastAction: { at: WROTE, precision: "second" },
  lastMessage: { at: WROTE, precision: "second" },
  adClickAt: null,
  humanAgent: "yes",
  templates: "no",
  marketing: { ...marketing, permission: "no" },
  ...part,
});

const ask = (send: Send, part: Partial<SendFacts>) =>
  messagingWindow(facts(part)).options.find((option) => option.send === send);

describe("the standard window", () => {
  it.each<[string, Partial<SendFacts>, object]>([
    ["is open to the last millisecond", { now: WROTE + DAY - 1 }, { state: "open", until: WROTE + DAY }],
    ["is closed after 24 hours", { now: WROTE + DAY }, { state: "closed", why: "window_over" }],
    [
      "opens by a reaction after the last message",
      { now: WROTE + 30 * HOUR, lastAction: { at: WROTE + 20 * HOUR, precision: "second" } },
      { state: "open", until: WROTE + 44 * HOUR },
    ],
    [
      "is open for sure from the earliest that a rough time may mean",
      { now: WROTE + DAY - 1, lastAction: { at: WROTE, precision: "hour" } },
      { state: "open", until: WROTE + DAY },
    ],
    [
      "is unknown while a rough time may mean either",
      { now: WROTE + DAY, lastAction: { at: WROTE, precision: "hour" } },
      { state: "unknown", why: "action_time_rough" },
    ],
    [
      "is closed once even the latest that it may mean is over",
      { now: WROTE + DAY + HOUR, lastAction: { at: WROTE, precision: "hour" } },
      { state: "closed" },
    ],
    [
      "is unknown where no action was observed",
      { lastAction: null },
      { state: "unknown", why: "action_not_seen" },
    ],
    [
      "is unknown where the page gave no time",
      { lastAction: { at: WROTE, precision: "unknown" } },
      { state: "unknown", why: "action_not_seen" },
    ],
    [
      "is closed where the customer never wrote",
      { lastAction: "none" },
      { state: "closed", why: "customer_never_acted" },
    ],
  ])("%s", (_, part, expected) => {
    expect(ask("standard", part)).toMatchObject(expected);
  });
});

describe("a person's reply after the standard window", () => {
  const now = WROTE + 3 * DAY;
  it.each<[string, Partial<SendFacts>, object]>([
    ["is allowed for seven days", { now }, { state: "open", until: WROTE + 7 * DAY, why: "person_only" }],
    ["is over after them", { now: WROTE + 7 * DAY }, { state: "closed" }],
    ["needs the permission", { now, humanAgent: "no" }, { state: "closed", why: "no_permission" }],
    [
      "is unknown where the permission is",
      { now, humanAgent: "unknown" },
      { state: "unknown", until: WROTE + 7 * DAY },
    ],
    [
      "counts from the message, not from a reaction",
      { now: WROTE + 8 * DAY, lastAction: { at: now, precision: "second" } },
      { state: "closed" },
    ],
  ])("%s", (_, part, expected) => {
    expect(ask("human_agent", part)).toMatchObject(expected);
  });

  it("does not exist on WhatsApp, where only templates are left", () => {
    const { options, best } = messagingWindow(facts({ channel: "WEC_MESSAGE", now, templates: "yes" }));
    expect(options.map(({ send }) => send)).toEqual(["standard", "template"]);
    expect(best).toMatchObject({ send: "template", state: "open", until: null });
  });
});

describe("a click on an ad", () => {
  it("is possible for seven days, never open", () => {
    const part = { now: WROTE + 3 * DAY, adClickAt: WROTE, humanAgent: "no" as const };
    expect(ask("ad_window", part)).toMatchObject({ state: "possible", until: WROTE + 7 * DAY });
    expect(messagingWindow(facts(part)).best).toMatchObject({ send: "ad_window", state: "possible" });
    expect(ask("ad_window", { ...part, now: WROTE + 7 * DAY })).toBeUndefined();
    expect(ask("ad_window", { ...part, now: WROTE + HOUR })).toBeUndefined();
  });
});

describe("a marketing message", () => {
  const now = WROTE + 10 * DAY;
  const asked = (part: Partial<MarketingFacts>) =>
    ask("marketing_message", { now, marketing: { ...marketing, ...part } });
  it.each<[string, Partial<MarketingFacts>, object]>([
    ["may be sent to who asked for it", {}, { state: "open", until: null }],
    [
      "until the consent runs out",
      { optIn: { state: "given", until: now + 1 } },
      { state: "open", until: now + 1 },
    ],
    [
      "not after it ran out",
      { optIn: { state: "given", until: now } },
      { state: "closed", why: "opt_in_over" },
    ],
    ["not without one", { optIn: { state: "none" } }, { state: "closed", why: "no_opt_in" }],
    ["not after an opt-out", { optIn: { state: "withdrawn" } }, { state: "closed", why: "opted_out" }],
    ["not from just anywhere", { businessCountry: "DE" }, { state: "closed", why: "country_not_allowed" }],
    ["not to just anywhere", { customerCountry: "FR" }, { state: "closed", why: "country_not_allowed" }],
    [
      "not to Australia, though from it",
      { businessCountry: "AU", customerCountry: "AU" },
      { state: "closed" },
    ],
    [
      "not under Meta's limit",
      { limitReportedAt: now - 89 * DAY },
      { state: "closed", why: "limit_reported" },
    ],
    ["again after it", { limitReportedAt: now - 90 * DAY }, { state: "open" }],
    [
      "not twice a day: the next begins at the Page's midnight",
      { lastSentAt: Date.UTC(2026, 10, 12, 6), timeZone: "America/New_York" },
      { state: "closed", why: "sent_recently", opensAt: Date.UTC(2026, 10, 13, 5) },
    ],
    [
      "not within twelve hours, over midnight",
      { lastSentAt: Date.UTC(2026, 10, 12, 4), timeZone: "America/New_York" },
      { state: "closed", why: "sent_recently", opensAt: Date.UTC(2026, 10, 12, 16) },
    ],
    ["the day after", { lastSentAt: Date.UTC(2026, 10, 11, 6) }, { state: "open" }],
    [
      "unknown without knowing the last",
      { lastSentAt: null },
      { state: "unknown", why: "last_send_not_known" },
    ],
    [
      "unknown without knowing the country",
      { customerCountry: null },
      { state: "unknown", why: "country_not_known" },
    ],
    [
      "unknown without knowing the consent",
      { optIn: { state: "unknown" } },
      { state: "unknown", why: "opt_in_not_known" },
    ],
    [
      "what forbids it is told before what is not known",
      { customerCountry: null, optIn: { state: "none" } },
      { state: "closed" },
    ],
  ])("%s", (_, part, expected) => {
    expect(asked(part)).toMatchObject(expected);
  });

  it("and templates are Messenger's alone, not Instagram's", () => {
    const { options } = messagingWindow(facts({ channel: "IG_MESSAGE", now }));
    expect(options.map(({ send }) => send)).toEqual(["standard", "human_agent"]);
  });
});

describe("the best way", () => {
  it("is nothing where all is closed", () => {
    expect(messagingWindow(facts({ now: WROTE + 8 * DAY })).best).toBeNull();
  });

  it("is unknown rather than nothing where something is not known", () => {
    const { best } = messagingWindow(facts({ now: WROTE + 8 * DAY, templates: "unknown" }));
    expect(best).toMatchObject({ send: "utility_template", state: "unknown", why: "permission_not_known" });
  });

  it("is never one of the tags that Meta refuses", () => {
    expect(["ACCOUNT_UPDATE", "post_purchase_update", "HUMAN_AGENT"].map(isDeadTag)).toEqual([
      true,
      true,
      false,
    ]);
  });
});
