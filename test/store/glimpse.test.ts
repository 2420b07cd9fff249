import { beforeEach, describe, expect, it } from "vitest";
import { glimpsed, stillOpen } from "#lib/domain/walk.ts";
import { recall } from "#lib/store/acquaintance.ts";
import { erase } from "#lib/store/erase.ts";
import { keepGlimpses, unknownGlimpses } from "#lib/store/glimpse.ts";
import { answerPageHere } from "#lib/store/page.ts";
import { record } from "#lib/store/record.ts";
import { type Device, device, draft, MORNING, PAGE, thread } from "./device.ts";

const row = (id: string, lastAt: number) => ({ thread: thread(id), name: `Customer ${id}`, lastAt });
let here: Device;
const ids = async () => (await unknownGlimpses(here)).map((one) => one.thread.id).toSorted();

beforeEach(async () => {
  here = device();
  await answerPageHere(here, { asset: PAGE, name: null, counted: true });
});

describe("rows that passed by", () => {
  it("are walked through in the order of the list, and are nobody's identity", async () => {
    expect(await keepGlimpses(here, PAGE, [row("1", MORNING - 9), row("2", MORNING - 3)])).toBe(true);
    const walk = stillOpen((await unknownGlimpses(here)).map(glimpsed), "newest");
    expect(walk.map(({ name, at, startSeen }) => [name, at, startSeen])).toEqual([
      ["Customer 2", MORNING - 3, false],
      ["Customer 1", MORNING - 9, false],
    ]);
    expect(await recall(here, PAGE)).toEqual([]);
  });

  it("leave the walk to the conversation itself once that is known", async () => {
    await keepGlimpses(here, PAGE, [row("7", MORNING), row("8", MORNING)]);
    await record(here, [draft("outcome_tagged", { outcome: "qualified" }, { thread: thread("7") })]);
    expect(await ids()).toEqual(["8"]);
  });

  it("are kept of counted Pages alone, the latest 2,000, and erased with the rest", async () => {
    expect(await keepGlimpses(here, "2002", [{ ...row("1", MORNING), thread: thread("1", "2002") }])).toBe(
      false,
    );
    expect(await ids()).toEqual([]);
    const many = Array.from({ length: 2_010 }, (_, index) => row(String(index), MORNING + index));
    await keepGlimpses(here, PAGE, many);
    expect((await ids()).length).toBe(2_000);
    expect(await ids()).not.toContain("9");
    await erase(here, "conversations");
    expect(await ids()).toEqual([]);
  });
});
