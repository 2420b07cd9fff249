import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Changes, type Role, ROLES, ScorecardAnswer } from "#lib/contract.ts";
import { Settings } from "#lib/domain/settings.ts";
import { may, type Right, RIGHTS } from "#server/members/roles.ts";
import { DAY, event, HOUR, MONDAY, THREAD } from "#test/domain/story.ts";
import type { TestMember } from "#test/support/member.ts";
import { startServer, type TestServer } from "#test/support/server.ts";

/** definitions.md, Roles: rep, support, manager, admin. */
const TABLE: Record<Right, [boolean, boolean, boolean, boolean]> = {
  tag: [true, true, true, true],
  seeRates: [true, true, true, true],
  seeMoney: [false, false, true, true],
  seePeople: [false, false, true, true],
  changeOthers: [false, false, true, true],
  spend: [false, false, true, true],
  sales: [false, false, true, true],
  settings: [false, false, true, true],
  data: [false, false, false, true],
  people: [false, false, false, true],
  policy: [false, false, false, true],
  pages: [false, false, false, true],
  anchors: [false, false, false, true],
};

const CSV = [
  "Campaign name,Ad ID,Day,Amount spent (USD),Reporting starts,Reporting ends",
  "Summer,120210000000000001,2026-11-16,10.00,2026-11-16,2026-11-16",
].join("\n");
const csv = { method: "POST", headers: { "content-type": "text/csv" }, body: CSV };

let server: TestServer;
let members: Record<Role, TestMember>;

beforeAll(async () => {
  server = await startServer({ now: () => MONDAY + 40 * DAY });
  await server.countPage(THREAD.asset);
  members = {
    rep: await server.addMember("rep"),
    support: await server.addMember("support"),
    manager: await server.addMember("manager"),
    admin: await server.addMember("admin"),
  };
  await members.manager.request("/v1/spend/imports?account=A&timeZone=UTC", csv);
});
afterAll(() => server.stop());

describe("the role table", () => {
  it.each(Object.entries(TABLE))("says who may %s", (right, cells) => {
    // safe because: TABLE has a row for every right, and no other.
    expect(ROLES.map((role) => may(role, right as Right))).toEqual(cells);
  });

  it("has no row that is not tested here", () => {
    expect(Object.keys(TABLE).toSorted()).toEqual(Object.keys(RIGHTS).toSorted());
  });
});

describe("the costs among the settings", () => {
  it("are told to those who may see money alone, by the settings and by the feed", async () => {
    const path = "/v1/settings";
    const held = Settings.parse(await (await members.admin.request(path)).json());
    const day = { from: "2026-11-01", to: "2026-11-30" };
    const line = { id: crypto.randomUUID(), kind: "creator_fee" as const, name: "Mia", amountMinor: 50_000 };
    const json: Settings = {
      ...held,
      costLines: [{ ...line, ...day, currency: "USD", hours: null, campaign: null, creator: "Mia" }],
      goals: { ...held.goals, costPerMessageMinor: 1_500, replyRate: 0.5 },
    };
    expect((await members.admin.request(path, { method: "PUT", json })).status).toBe(200);
    for (const role of ROLES) {
      const own = Settings.parse(await (await members[role].request(path)).json());
      const fed = Changes.parse(await (await members[role].request("/v1/changes")).json()).settings;
      expect(fed).toEqual(own);
      expect(own.goals.replyRate).toBe(0.5);
      expect([own.costLines.length, own.goals.costPerMessageMinor]).toEqual(
        may(role, "seeMoney") ? [1, 1_500] : [0, null],
      );
    }
  });
});

describe("what a colleague recorded", () => {
  it.each(ROLES)("is withdrawn or corrected by %s as the table says", async (role) => {
    const author = members[role === "rep" ? "support" : "rep"];
    const told = { thread: { ...THREAD, id: `by-${role}` } };
    const tag = event("outcome_tagged", MONDAY, { outcome: "converted" }, told);
    const sale = event("sale_recorded", MONDAY, { amountMinor: 8500, currency: "USD", how: "in_chat" }, told);
    const offer = event("handoff_offered", MONDAY, { to: "sales" }, told);
    await author.push([tag, sale, offer]);
    const changes = [
      event("withdrawn", MONDAY + HOUR, { target: tag.id }, told),
      event("sale_corrected", MONDAY + HOUR, { target: sale.id, amountMinor: 1, currency: "USD" }, told),
      event("sale_refunded", MONDAY + HOUR, { target: sale.id, amountMinor: 1, currency: "USD" }, told),
      // Whoever is offered a handoff answers it: that is the point of one.
      event("handoff_accepted", MONDAY + HOUR, { target: offer.id }, told),
    ];
    const results = await members[role].push(changes);
    const expected = may(role, "changeOthers") ? "accepted" : "not_yours";
    expect(results.map((one) => (one.result === "rejected" ? one.reason.code : one.result))).toEqual([
      expected,
      expected,
      expected,
      "accepted",
    ]);
  });

  it("is withdrawn by its author, also in the batch that holds it", async () => {
    const told = { thread: { ...THREAD, id: "own" } };
    const tag = event("outcome_tagged", MONDAY, { outcome: "qualified" }, told);
    const undo = event("withdrawn", MONDAY + HOUR, { target: tag.id }, told);
    const results = await members.rep.push([undo, tag]);
    expect(results.map(({ result }) => result)).toEqual(["accepted", "accepted"]);
  });
});

describe("the scorecard by role", () => {
  const MONEY = [
    "costPerMessage",
    "costPerQualified",
    "costPerHandoff",
    "cac",
    "revenuePerConversation",
  ] as const;

  it("hides costs and revenue from reps, and says so", async () => {
    const path = "/v1/scorecard?from=2026-11-16&to=2026-11-16&by=campaign";
    const seen = ScorecardAnswer.parse(await (await members.manager.request(path)).json());
    const hidden = ScorecardAnswer.parse(await (await members.rep.request(path)).json());
    expect(seen.costsHidden).toBe(false);
    expect(seen.total.spendMinor).toBe(1000);
    expect(hidden.costsHidden).toBe(true);
    for (const slice of [hidden.total, ...hidden.groups]) {
      expect([slice.spendMinor, slice.revenueMinor, slice.ladder.beside.roi]).toEqual([null, null, null]);
      expect([slice.tally.revenue, slice.attributed.revenue]).toEqual([{}, {}]);
      for (const figure of [...MONEY.map((rung) => slice.ladder.rungs[rung]), slice.ladder.beside.cpa])
        for (const basis of [figure.attributed, figure.blended])
          expect(basis).toMatchObject({
            value: null,
            low: null,
            high: null,
            numerator: null,
            state: "no_data",
          });
    }
    expect(hidden.otherCurrencies).toEqual([]);
    expect(hidden.total.ladder.rungs.qualificationRate).toEqual(seen.total.ladder.rungs.qualificationRate);
    expect(hidden.total.tally.started).toBe(seen.total.tally.started);
    const amounts = JSON.stringify(hidden).match(/"\w*Minor":(?!null)[^,}]*/g);
    expect(amounts).toBeNull();
  });
});

const askByMember = (role: Role, path = "/v1/scorecard?from=2026-11-16&to=2026-11-16&by=member") =>
  members[role].request(path);
const allow = (figuresPerPerson: boolean | null) =>
  members.admin.request("/v1/policy", { method: "PUT", json: { figuresPerPerson } });

describe("figures of each person", () => {
  it("are for managers alone, and only where the team has said so; nobody has at first", async () => {
    const asKnown = "/v1/scorecard/as-known?from=2026-11-16&to=2026-11-16&on=2026-11-16&by=member";
    for (const path of [undefined, asKnown]) {
      for (const said of [null, false]) {
        await allow(said);
        for (const role of ["manager", "admin"] as const) {
          const answer = await askByMember(role, path);
          expect([answer.status, await answer.json()]).toMatchObject([
            403,
            {
              error: {
                code: "not_per_person",
                message: expect.stringContaining("an administrator can allow it"),
              },
            },
          ]);
        }
      }
      await allow(true);
      expect(await Promise.all(ROLES.map(async (role) => (await askByMember(role, path)).status))).toEqual([
        403, 403, 200, 200,
      ]);
    }
  });
});
