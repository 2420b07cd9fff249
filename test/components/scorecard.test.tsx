import { describe, expect, it, vi } from "vitest";
import {
  type ScorecardActions,
  ScorecardView,
  type ScorecardViewProps,
} from "#components/scorecard/scorecard-view.tsx";
import { keyMapOf, outcomeLabels } from "#lib/domain/commands.ts";
import type { LinkState, ScorecardReply } from "#lib/queries.ts";
import { MORNING } from "#test/store/device.ts";
import { card, reply } from "./cards.ts";
import { button, draw, fill, press, text } from "./drawn.ts";

const actions = () => ({
  onRange: vi.fn<ScorecardActions["onRange"]>(),
  onOpenInbox: vi.fn<ScorecardActions["onOpenInbox"]>(),
  onWalk: vi.fn<ScorecardActions["onWalk"]>(),
  onImport: vi.fn<ScorecardActions["onImport"]>(),
  onPair: vi.fn<ScorecardActions["onPair"]>(),
  onSync: vi.fn<ScorecardActions["onSync"]>(),
  onOpenScorecard: vi.fn<() => void>(),
});

async function show(over: Partial<ScorecardReply>, props: Partial<ScorecardViewProps> = {}) {
  const done = actions();
  await draw(
    <ScorecardView
      range="last_30"
      reply={reply(over)}
      now={MORNING}
      busy={false}
      outcomeKeys="1 to 5"
      defaults={{ hours: true, targets: true }}
      problem={null}
      {...done}
      {...props}
    />,
  );
  return done;
}

const paired = {
  server: "https://team.example",
  workspace: "Sample Shop",
  role: "manager",
  pending: 0,
} as const;
const offline: LinkState = { ...paired, state: "offline", since: MORNING, problem: "No answer.", pending: 2 };

describe("figures", () => {
  it("are large, with interval, count and basis", async () => {
    await show({ card: card({ started: 400, qualified: 160, handedOff: 60, spendMinor: 600_000 }) });
    expect(text()).toContain("Cost per qualified conversation$37.50");
    expect(text()).toContain("95 %: $33.43 to $42.47");
    expect(text()).toContain("160 qualified of 400");
    expect(text()).toContain("Attributed: conversations from the ads");
    expect(text()).toContain("Per message$15.00");
    expect(text()).toContain("Per handoff$100.00");
    expect(text()).toContain("Handoff rate38%");
  });

  it("say which share of a range without days was taken, and whose touch counts", async () => {
    const whole = card({ started: 400, qualified: 160, spendMinor: 600_000 });
    const sharedRanges = [{ from: "2026-10-20", to: "2026-11-18", days: 18, of: 30 }];
    await show({ card: { ...whole, sharedRanges } });
    expect(text()).toContain("came without days: 18 of its 30 days count here.");
    expect(text()).toContain("the source of its first touch");
  });

  it("show all nine rungs and where the ladder starts", async () => {
    await show({ card: card({ started: 400, qualified: 160, spendMinor: 600_000 }) });
    expect([...document.querySelectorAll("ol li")].map((rung) => rung.firstChild?.textContent)).toEqual([
      "Started",
      "Cost per message",
      "Reply rate",
      "Qualification rate",
      "Cost per qualified",
      "Handoff rate",
      "Cost per handoff",
      "Close rate",
      "CAC",
      "Revenue per conversation",
    ]);
  });

  it("say that there are not enough yet, and how many more", async () => {
    await show({ card: card({ started: 18, qualified: 9, spendMinor: 18_000 }) });
    expect(text()).toContain("$20.00not enough yet, 12 more");
    expect(text().match(/not enough yet, 12 more/g)).toHaveLength(1);
  });

  it("say at least how much, where nobody is qualified yet", async () => {
    await show({ card: card({ started: 20, spendMinor: 60_000 }) });
    expect(text()).toContain("at least $186.19none of 20 yet");
    expect(text()).not.toContain("Infinity");
  });

  it("say that no cost is recorded, with the import as the next step", async () => {
    const { onImport } = await show({ card: card({ started: 40, qualified: 10 }) });
    expect(text()).toContain("Cost per qualified conversationno cost recorded");
    expect(text()).not.toContain("$0.00");
    await press("Import what the ads cost");
    expect(onImport).toHaveBeenCalledOnce();
  });

  it("name the blended basis while too few sources are known", async () => {
    await show({ card: card({ started: 100, qualified: 40, sourced: 50, spendMinor: 100_000 }) });
    expect(text()).toContain("Cost per qualified conversation$25.00");
    expect(text()).toContain("Blended: the money over all conversations, a lower bound");
    expect(text()).toContain("source known for 50%");
  });

  it("hide costs from whoever may not see them, and lead with a rate", async () => {
    const hidden = { ...card({ started: 100, qualified: 40, spendMinor: 100_000 }), costsHidden: true };
    await show({
      card: hidden,
      link: { ...paired, state: "online", role: "rep", lastSyncAt: MORNING, reading: null },
    });
    expect(text()).toContain("Qualification rate40%");
    expect(text()).not.toContain("$");
  });
});

const dialog = () => document.querySelector("dialog")?.textContent ?? "none";

const first = () => document.querySelector("main section")?.getAttribute("aria-label");

describe("what changed and where to work", () => {
  const before = { started: 420, wentOn: 300, qualified: 200, handedOff: 110, spendMinor: 600_000 };
  const now = { started: 400, wentOn: 284, qualified: 160, handedOff: 60, spendMinor: 600_000 };
  const compared = card(now, { previous: before, age: 40 });

  it("stands below the figure, and the weakest rung is named in the ladder too", async () => {
    await show({ card: compared });
    expect(text()).toContain("$37.50▲ 25% against the day before, at 30 days' age");
    expect(text()).toContain("Per handoff$100.00▲ 83%");
    expect(text()).toContain("Weakest: qualified to handed off.");
    expect(text()).toContain("Handoff rate, the weakest38%");
    expect(document.querySelectorAll("ol [class*=hatched]")).toHaveLength(1);
  });

  it("counts the young beside, drawn hollow", async () => {
    await show({ card: card(now) });
    expect(text()).toContain("all 400 younger than 30 days");
    expect(document.querySelectorAll("ol i:not([class*=hollow])")).toHaveLength(0);
    await show({ card: compared });
    expect(document.querySelectorAll("ol i:not([class*=hollow])").length).toBeGreaterThan(0);
  });

  it("comes with response times and coverage", async () => {
    await show({ card: compared });
    expect(text()).toContain("Default hours and targetsIn timeMedian9 in 10First reply71%");
    expect(text()).toContain("Tagged40%Source known100%");
    expect(text()).toContain("240 untagged: $15.00 if all were good, $37.50 if all were bad.");
  });

  it("opens on waiting times for support", async () => {
    await show({ card: compared });
    expect(first()).toBe("Cost per qualified conversation");
    const link = { ...paired, state: "online", role: "support", lastSyncAt: MORNING, reading: null } as const;
    await show({ card: { ...compared, costsHidden: true }, link });
    expect(first()).toBe("Response times");
  });

  it("says why a figure is this number, one at a time, and takes it back", async () => {
    await show({ card: compared });
    await press("38%");
    expect(dialog()).toContain("Handed off / qualified = 60 / 160 = 37.5%");
    await press("$0.00");
    expect(dialog()).toContain("Revenue / started = $0.00 / 400 = $0.00");
    await press("Close");
    expect(dialog()).toBe("none");
  });
});

describe("where there are none", () => {
  it("the first steps come first", async () => {
    const own = keyMapOf({ qualified: { code: "KeyG", label: "G" } });
    const first = { card: card({ started: 0 }), isFirstRun: true };
    const { onOpenInbox } = await show(first, { outcomeKeys: outcomeLabels(own) });
    expect(text()).toContain("Start with one conversation");
    expect(text()).toContain("with Alt+Shift+1, 2, G, 4, 5.");
    await press("Open the inbox");
    expect(onOpenInbox).toHaveBeenCalledOnce();
  });

  it("a longer range is the next step", async () => {
    const { onRange } = await show({ card: card({ started: 0, spendMinor: 100 }) });
    expect(text()).toContain("No conversation was seen to start in these days");
    expect(text()).toContain("The ads cost $1.00 in these days.");
    await press("Show the last 90 days");
    expect(onRange).toHaveBeenCalledWith("last_90");
  });
});

describe("the link", () => {
  it("says not paired, with pairing as the next step", async () => {
    const { onPair } = await show({ card: card({ started: 40 }) });
    expect(text()).toContain("Not paired: figures of this browser alone.");
    await press("Pair with a team");
    expect(onPair).toHaveBeenCalledOnce();
  });

  it("says since when it is offline, how old the figures are and what waits", async () => {
    const { onSync } = await show({ card: card({ started: 40 }), link: offline, asOf: MORNING - 900_000 });
    expect(text()).toMatch(/Offline since \d\d:00.*Figures from \d\d:45.*2 entries wait to be sent/);
    await press("Try again");
    expect(onSync).toHaveBeenCalledOnce();
  });

  it("has no figures for these days without the server", async () => {
    await show({ card: null, link: offline, asOf: null });
    expect(text()).toContain("No figures for these days yet");
    expect(text()).not.toContain("no data");
  });

  it("says that the device was unpaired, and that tags stay", async () => {
    await show({ card: card({ started: 40 }), link: { ...paired, state: "revoked", since: MORNING } });
    expect(text()).toContain("Tags stay in this browser.");
    expect(button("Pair again")).toBeTruthy();
  });

  it("shows the cached figures while newer ones come, and why they were refused", async () => {
    await show({ card: card({ started: 40 }) }, { busy: true });
    expect(text()).toContain("Refreshing…");
    expect(text()).toContain("Started");
    await show({ card: card({ started: 40 }) }, { problem: "Ask a manager." });
    expect(text()).toContain("Ask a manager.");
  });
});

describe("a range of one's own", () => {
  it("is not asked for backwards", async () => {
    const { onRange } = await show({ card: card({ started: 40 }) });
    await fill("Days", "own");
    await fill("From", "2026-12-01");
    expect(text()).toContain("The first day is later than the last.");
    expect(button("Show").disabled).toBe(true);
    await fill("From", "2026-11-01");
    await press("Show");
    expect(onRange).toHaveBeenCalledWith({ from: "2026-11-01", to: "2026-11-14" });
  });
});
