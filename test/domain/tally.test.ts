import { expect, it } from "vitest";
import { emptyTally, sumTallies } from "#lib/domain/tally.ts";

it("adds up every count there is", () => {
  const counts = Object.keys(emptyTally()).filter((key) => key !== "revenue");
  const each = (value: number) => ({
    ...emptyTally(),
    ...Object.fromEntries(counts.map((key) => [key, value])),
  });
  expect(sumTallies([each(1), each(1), each(1)])).toEqual(each(3));
});
