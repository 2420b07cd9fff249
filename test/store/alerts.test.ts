import { beforeEach, describe, expect, it } from "vitest";
import { createAlerts } from "#lib/background/alerts.ts";
import { createSurvey } from "#lib/background/survey.ts";
import { DEFAULT_ALERTS } from "#lib/domain/alert-rules.ts";
import { learn } from "#lib/store/acquaintance.ts";
import { threadsOfNote } from "#lib/store/alerts.ts";
import { erase } from "#lib/store/erase.ts";
import { keepPreferences, readPreferences } from "#lib/store/kept.ts";
import { look } from "#lib/store/look.ts";
import { answerPageHere } from "#lib/store/page.ts";
import { record } from "#lib/store/record.ts";
import { type Device, device, draft, MORNING, PAGE, thread } from "./device.ts";

const MINUTE = 60_000;
/** A Monday, 10:00 in UTC: within the default business hours. */
const MONDAY = MORNING + 2 * 86_400_000 + 2 * 60 * MINUTE;

let here: Device;
let alerts: ReturnType<typeof createAlerts>;
let shown: string[];
let cleared: string[];
let alarm: number | null;

/** The background as it starts, also anew on the same disk. */
function start(): void {
  alerts = createAlerts({
    store: here,
    show: async (id, { title, message }) => void shown.push(`${id}: ${title}. ${message}`),
    clear: async (id) => void cleared.push(id),
    setAlarm: (at) => {
      alarm = at;
    },
  });
}
const at = async (minutes: number) => {
  here.clock.now = MONDAY + minutes * MINUTE;
  await alerts.follow(await createSurvey(here)());
  return shown.splice(0);
};
const asks = (id: string, minutes = 0) =>
  look(here, {
    thread: thread(id),
    messages: [{ key: `m${id}`, at: MONDAY + minutes * MINUTE, precision: "second", sender: "customer" }],
    beginning: true,
  });
const rules = async (change: Partial<typeof DEFAULT_ALERTS>) =>
  keepPreferences(here, { ...(await readPreferences(here)), alerts: { ...DEFAULT_ALERTS, ...change } });

beforeEach(async () => {
  here = device();
  here.clock.now = MONDAY;
  shown = [];
  cleared = [];
  await answerPageHere(here, { asset: PAGE, name: null, counted: true });
  start();
});

describe("alerts of deadlines", () => {
  it("come before the deadline and at the miss, once each, also over a restart, and go when somebody answers", async () => {
    await asks("7");
    await learn(here, { thread: thread("7"), name: "Nora\u202E Lind\n", lastAt: null });
    expect(await at(9)).toEqual([]);
    expect(alarm).toBe(MONDAY + 10 * MINUTE);
    const id = "rung/FB_MESSAGE/1001/7";
    expect(await at(10)).toEqual([`${id}: Nora Lind waits for an answer. 5 min left. Messenger`]);
    start();
    expect(await at(11)).toEqual([]);
    expect(await at(15)).toEqual([]);
    expect(await at(17)).toEqual([`${id}: Nora Lind waits for an answer. 2 min past the target. Messenger`]);
    start();
    expect(await at(18)).toEqual([]);
    expect(await threadsOfNote(here, id)).toEqual([thread("7")]);

    expect(cleared).toEqual([]);
    await record(here, [draft("no_answer_needed", {}, { at: MONDAY + 18 * MINUTE })]);
    expect(await at(19)).toEqual([]);
    expect(cleared).toEqual([id]);
    expect(await at(20)).toEqual([]);
    expect(cleared).toEqual([id]);
  });

  it("are one for many customers, and that one goes with the last of them", async () => {
    for (const id of ["1", "2", "3", "4", "5"]) await asks(id);
    await rules({ minutesBefore: null });
    expect(await at(20)).toEqual([
      "rung/many: 5 customers are past their target. Open the queue to see who comes next.",
    ]);
    for (const id of ["1", "2", "3", "4"])
      await record(here, [draft("no_answer_needed", {}, { thread: thread(id), at: MONDAY + 21 * MINUTE })]);
    await at(22);
    expect(cleared).toEqual([]);
    await record(here, [draft("no_answer_needed", {}, { thread: thread("5"), at: MONDAY + 23 * MINUTE })]);
    await at(24);
    expect(cleared).toEqual(["rung/many"]);
  });

  it("wait for the end of quiet hours, and then say what was missed", async () => {
    await asks("7");
    await rules({ quiet: { mon: [["10:00", "11:00"]] } });
    expect(await at(10)).toEqual([]);
    expect(await at(30)).toEqual([]);
    expect(await at(60)).toHaveLength(1);
  });

  it("are silent when turned off, about what lies open, about what was missed long ago, and on a Page not counted", async () => {
    await asks("7");
    await rules({ on: false });
    expect(await at(20)).toEqual([]);
    expect(alarm).toBeNull();
    await rules({ minutesBefore: null });
    alerts.seen(thread("7"));
    expect(await at(21)).toEqual([]);
    expect(await at(40)).toEqual([]);

    await asks("8", -3 * 24 * 60);
    expect(await at(41)).toEqual([]);
    await asks("9");
    await answerPageHere(here, { asset: PAGE, name: null, counted: false });
    expect(await at(42)).toEqual([]);
  });

  it("are forgotten with the conversations", async () => {
    await asks("7");
    expect(await at(20)).toHaveLength(1);
    expect(await here.db.alerts.count()).toBe(1);
    await erase(here, "conversations");
    expect(await here.db.alerts.count()).toBe(0);
  });
});

describe("what this browser decides", () => {
  it("takes the defaults for what an earlier version did not keep", async () => {
    await here.db.kept.put({ key: "preferences", value: { probe: false } });
    expect(await readPreferences(here)).toMatchObject({ probe: false, alerts: DEFAULT_ALERTS });
  });
});
