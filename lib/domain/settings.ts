import { z } from "zod";
import { COST_KINDS, type CostLine } from "./cost-line.ts";
import { NO_TARGETS } from "./diagnosis-shortfall.ts";
import { AmountMinor, KnownCurrency, Source, Text } from "./event-data.ts";
import { MINIMUM_VOLUME } from "./figure.ts";
import { FOLLOW_UP_UNITS } from "./follow-up.ts";
import { HANDOFFS, OUTCOMES, REASONS } from "./outcome.ts";
import { isTimeZone } from "./day.ts";
import { PageId } from "./event.ts";
import { BusinessHours, historyOf, ResponseTargets } from "./response-settings.ts";
import { AnchorPackShape, DEFAULT_KEYWORDS, KeywordRules, LadderGoals } from "./rule-settings.ts";

const TimeZone = z.string().refine(isTimeZone, "must be an IANA time zone");

const CostLineShape: z.ZodType<CostLine> = z
  .strictObject({
    id: z.uuid(),
    kind: z.enum(COST_KINDS),
    name: Text(200),
    amountMinor: AmountMinor,
    currency: KnownCurrency,
    hours: z.number().min(0).max(100_000).nullable(),
    from: z.iso.date(),
    to: z.iso.date(),
    campaign: Text(400).nullable(),
    creator: Text(200).nullable(),
  })
  .refine(({ from, to }) => from <= to, { path: ["to"], message: "must not be before the first day" });

/** How ids of a list are called today; an id stays what it was. */
const NamesShape = z
  .record(Text(100), Text(100))
  .refine((names) => Object.keys(names).length <= 300, "must have at most 300 names");

/** What inserting a macro says of the conversation besides. */
const MacroAction = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("outcome"), outcome: z.enum(OUTCOMES), reason: Text(100).optional() }),
  z.strictObject({ kind: z.literal("handoff"), to: z.enum(HANDOFFS) }),
  z.strictObject({ kind: z.literal("source"), source: Source }),
  z.strictObject({ kind: z.literal("no_answer") }),
  z.strictObject({
    kind: z.literal("follow_up"),
    count: z.int().min(1).max(365),
    unit: z.enum(FOLLOW_UP_UNITS),
  }),
]);
export type MacroAction = z.infer<typeof MacroAction>;

/** A text to insert, and what it does besides: all of it or nothing. */
export const Macro = z.strictObject({
  id: Text(100),
  name: Text(100),
  folder: Text(100).nullable(),
  template: z
    .string()
    .min(1, "must not be empty")
    .max(10_000, "must have at most 10000 characters")
    .refine((text) => text.isWellFormed() && !text.includes("\0"), "must be text without NUL"),
  actions: z.array(MacroAction).max(5).optional(),
});
export type Macro = z.infer<typeof Macro>;

/** What a workspace says of itself. It carries a version; saving over a newer one is refused with both shown. */
export const Settings = z.strictObject({
  version: z.int().min(0),
  /** Null until somebody says it: the browser's zone and the spend's currency are used, marked "default". */
  timeZone: TimeZone.nullable(),
  currency: KnownCurrency.nullable(),
  conversion: z.enum(["purchase", "booking", "lead", "case_resolved"]),
  window: z.union([
    z.literal(1),
    z.literal(7),
    z.literal(14),
    z.literal(30),
    z.literal(90),
    z.literal("any"),
  ]),
  rule: z.enum(["first", "last"]),
  minimum: z.int().min(1).max(10_000),
  reasons: z.array(Text(100)).max(50),
  reasonNames: NamesShape.optional(),
  /** What *qualified* means here; ticking it suggests the outcome. */
  checklist: z.strictObject({
    version: z.int().min(1),
    criteria: z.array(Text(100)).max(20),
    names: NamesShape.optional(),
    /** Points that must be ticked before a conversation is handed off so; left out is none. */
    needed: z.partialRecord(z.enum(HANDOFFS), z.array(Text(100)).max(20)).optional(),
  }),
  macros: z.array(Macro).max(500),
  creators: z.array(Text(200)).max(1_000),
  /** Campaigns that people gave to ads whose id no export named. */
  adNames: z.record(z.string().regex(/^\d{1,40}$/), Text(400)),
  /** Business hours and response targets with their history; null is the default, marked so on screen. */
  hours: historyOf(BusinessHours).nullable(),
  targets: historyOf(ResponseTargets).nullable(),
  goals: LadderGoals,
  costLines: z.array(CostLineShape).max(2_000),
  keywords: KeywordRules,
  /** Nothing answers automatically on these Pages: an outgoing message of an unknown author is a person's. */
  manualPages: z.array(PageId).max(100),
  /** Null is the pack of the build. */
  anchors: AnchorPackShape,
});
export type Settings = z.infer<typeof Settings>;

export const DEFAULT_SETTINGS: Settings = {
  version: 0,
  timeZone: null,
  currency: null,
  conversion: "purchase",
  window: 30,
  rule: "first",
  minimum: MINIMUM_VOLUME,
  reasons: [...REASONS],
  checklist: { version: 1, criteria: ["Need", "Urgency", "Budget", "Fit", "Authority"] },
  macros: [
    { id: "thanks", name: "Thanks", folder: null, template: "Thank you for your message! How can I help?" },
    {
      id: "handoff",
      name: "Hand over to sales",
      folder: null,
      template:
        "Thanks, that is all I need. A colleague from sales takes over from here and writes to you shortly.",
      actions: [{ kind: "handoff", to: "sales" }],
    },
  ],
  creators: [],
  adNames: {},
  hours: null,
  targets: null,
  goals: NO_TARGETS,
  costLines: [],
  keywords: DEFAULT_KEYWORDS,
  manualPages: [],
  anchors: null,
};

/** What a rep may choose as the source of a conversation. */
export const SourceChoice = z.strictObject({ label: Text(400), source: Source });
export type SourceChoice = z.infer<typeof SourceChoice>;
