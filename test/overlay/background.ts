import { type Aside, dismissing, NO_ASIDE } from "#lib/domain/aside.ts";
import { DEFAULT_KEYS } from "#lib/domain/commands.ts";
import { DEFAULT_RULES, fold } from "#lib/domain/conversation.ts";
import type { Draft, StoredEvent } from "#lib/domain/event.ts";
import { Event } from "#lib/domain/event.ts";
import { FIRST_HLC, tick } from "#lib/domain/hlc.ts";
import { markOf } from "#lib/domain/mark.ts";
import { messagingWindow } from "#lib/domain/messaging-window.ts";
import { eventsOfLook, type Look } from "#lib/domain/observe.ts";
import { dueAtLatest, explainDue } from "#lib/domain/response-due.ts";
import { responseRulesOf } from "#lib/domain/response-rules.ts";
import { DEFAULT_SETTINGS } from "#lib/domain/settings.ts";
import { type Thread, threadKey } from "#lib/domain/thread.ts";
import type { LinkState, Messages, OverlaySettings, PageState, SyncState, ThreadLog } from "#lib/messages.ts";
import type { Answer, Query, Send } from "#lib/overlay/send.ts";

export const DEVICE = "11111111-1111-4111-8111-111111111111";

export const SETTINGS: OverlaySettings = {
  reasons: DEFAULT_SETTINGS.reasons,
  reasonNames: {},
  checklist: DEFAULT_SETTINGS.checklist,
  keywords: DEFAULT_SETTINGS.keywords,
  currency: "USD",
  macros: DEFAULT_SETTINGS.macros,
  sources: [
    { label: "Spring hoodie", source: { kind: "campaign", campaign: "Spring hoodie" } },
    { label: "Mara", source: { kind: "creator", creator: "Mara" } },
  ],
  ads: { "6900000000000": "Spring hoodie" },
  team: null,
  members: { "22222222-2222-4222-8222-222222222222": "Kim" },
  rules: DEFAULT_RULES,
  probe: true,
  keys: DEFAULT_KEYS,
  anchors: null,
};

/** Monday to Friday, 9 to 17, in UTC. */
const CLOCKS = responseRulesOf({ hours: null, targets: null }, "UTC");

type Handlers = { [Type in keyof Messages]?: (query: Query<Type>) => Answer<Type> | Promise<Answer<Type>> };

/** The background in memory: the same questions and the same answers, checked by the same schema; nothing is stored. */
export interface FakeBackground {
  send: Send;
  /** Every draft that `record` was given, in order, repetitions too. */
  recorded: Draft[];
  looks: Look[];
  asked: (keyof Messages)[];
  /** Whether a judgement went on from here. */
  sync: Record<string, SyncState>;
  /** Puts answers in the place of the usual ones. */
  answer: (handlers: Handlers) => void;
  events: (thread: Thread) => StoredEvent[];
  /** Puts what colleagues did into the log. */
  keep: (events: readonly StoredEvent[]) => void;
}

interface World {
  page?: PageState;
  mayAnswerPage?: boolean;
  link?: LinkState;
  settings?: Partial<OverlaySettings>;
  now?: () => number;
}

export function createBackground({
  page = "counted",
  mayAnswerPage = true,
  link = { state: "alone" },
  settings = {},
  now = Date.now,
}: World = {}): FakeBackground {
  const logs = new Map<string, StoredEvent[]>();
  const sync: Record<string, SyncState> = {};
  const asides = new Map<string, Aside>();
  const recorded: Draft[] = [];
  const looks: Look[] = [];
  const asked: (keyof Messages)[] = [];
  let hlc = FIRST_HLC;
  let answered = page;

  const events = (thread: Thread) => logs.get(threadKey(thread)) ?? [];
  const put = (drafts: readonly Draft[]) => {
    for (const draft of drafts) {
      const known = events(draft.thread);
      hlc = tick(hlc, now());
      const event = { ...draft, device: DEVICE, hlc };
      if (known.some(({ id }) => id === draft.id)) continue;
      logs.set(threadKey(draft.thread), [...known, event]);
      if (!draft.kind.endsWith("_seen")) sync[draft.id] ??= { state: "local" };
    }
  };
  const logOf = (thread: Thread): ThreadLog => ({
    thread,
    page: answered,
    mayAnswerPage,
    teams: [],
    events: events(thread),
    sync: { ...sync },
    link,
    aside: asides.get(threadKey(thread)) ?? NO_ASIDE,
  });
  const changeAside = (thread: Thread, change: (aside: Aside) => Aside) => {
    asides.set(threadKey(thread), change(asides.get(threadKey(thread)) ?? NO_ASIDE));
    return logOf(thread);
  };
  let mint = 0;
  const handlers: Handlers = {
    openThread: ({ thread }) => logOf(thread),
    record({ drafts }) {
      recorded.push(...drafts);
      for (const draft of drafts) Event.parse({ ...draft, device: DEVICE, hlc: FIRST_HLC });
      put(drafts);
      const [first] = drafts;
      return first
        ? { ok: true, value: logOf(first.thread) }
        : { ok: false, code: "empty", sentence: "Nothing to store.", fields: {} };
    },
    look({ look }) {
      looks.push(look);
      const drafts = eventsOfLook(look, events(look.thread), DEFAULT_RULES, () => `seen-${mint++}`);
      put(drafts);
      return drafts.length > 0 ? logOf(look.thread) : null;
    },
    keepNote: ({ thread, note }) => changeAside(thread, (aside) => ({ ...aside, note: note.trim() })),
    dismiss: ({ thread, word }) => changeAside(thread, (aside) => dismissing(aside, word, now())),
    marks: ({ threads }) =>
      Object.fromEntries(
        threads.flatMap((thread) => {
          const latest = fold(events(thread)).at(-1);
          return latest ? [[threadKey(thread), markOf(latest, settings.team ?? null)]] : [];
        }),
      ),
    mayWrite: ({ channel, last }) =>
      messagingWindow({
        channel,
        now: now(),
        lastAction: last,
        lastMessage: last,
        adClickAt: null,
        humanAgent: "unknown",
        templates: "unknown",
        marketing: {
          permission: "unknown",
          optIn: { state: "unknown" },
          lastSentAt: null,
          limitReportedAt: null,
          businessCountry: null,
          customerCountry: null,
          timeZone: "UTC",
        },
      }),
    macroValues: () => ({ "page.name": "Sample Shop", "rep.name": null, "handoff.eta": null }),
    macroUses: () => ({}),
    dues: ({ asked }) => asked.map((one) => dueAtLatest(one, CLOCKS)),
    whyDue: ({ asked }) => ({
      due: dueAtLatest(asked, CLOCKS),
      explanation: explainDue(asked, CLOCKS),
      timeZone: "UTC",
      isDefault: { hours: true, targets: true },
    }),
    recall: () => [],
    learn: () => answered === "counted",
    glimpse: () => answered === "counted",
    overlaySettings: () => ({ ...SETTINGS, ...settings }),
    answerPage({ counted }) {
      answered = counted ? "counted" : "not_counted";
      return { ok: true, value: answered };
    },
    openPage: () => undefined,
  };
  return {
    recorded,
    looks,
    asked,
    sync,
    events,
    keep(others) {
      for (const one of others) logs.set(threadKey(one.thread), [...events(one.thread), one]);
    },
    answer: (others) => Object.assign(handlers, others),
    async send(type, query) {
      asked.push(type);
      await Promise.resolve();
      const handler = handlers[type];
      if (!handler) throw new Error(`The background does not answer “${type}”.`);
      return handler(query);
    },
  };
}
