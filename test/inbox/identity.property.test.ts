import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { threadKey } from "#lib/domain/thread.ts";
import { type Ballot, vote } from "#lib/inbox/identity.ts";
import { initialVote } from "#lib/inbox/vote-state.ts";
import { type Cohort, cohorts, customersOf, metBefore, ModelPage, visits } from "./inbox-model.ts";

interface Visit {
  who: number;
  after: number;
  every: number;
}

/** Plays visits on a page of one cohort and hands each ballot over with the truth of its moment. */
function play(
  cohort: Cohort,
  known: readonly boolean[],
  visits: readonly Visit[],
  check: (ballot: Ballot, truths: string[], at: number) => void,
): void {
  const customers = customersOf(cohort.messageIds);
  const page = new ModelPage(cohort, customers);
  let state = initialVote(metBefore(customers, known));
  let at = 0;
  const look = () => {
    page.pass(at);
    const ballot = vote(state, page.sighting(at));
    state = ballot.state;
    check(ballot, page.truths, at);
    return ballot;
  };
  const passTo = (end: number, every: number) => {
    while (at < end) {
      const { recheckAt } = look();
      at = Math.min(end, at + every, recheckAt !== null && recheckAt > at ? recheckAt : end);
    }
  };
  const asked = customers[0];
  if (asked) page.load(asked);
  passTo(3_000, 100);
  for (const { who, after, every } of visits) {
    const customer = customers[who];
    if (customer) page.click(customer, at);
    passTo(at + after, every);
  }
}

describe("the vote over pages that lag, freeze and open something else", () => {
  it("is right whenever it is certain", { timeout: 120_000 }, () => {
    const all = [cohorts, fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }), visits] as const;
    fc.assert(
      fc.property(...all, (cohort, known, visits) => {
        const wrong: string[] = [];
        play(cohort, known, visits, ({ identity: { certain, thread } }, truths, at) => {
          if (certain && (!thread || !truths.includes(threadKey(thread))))
            wrong.push(`at ${at} ms: ${thread?.id}, not ${truths.join(" or ")}`);
        });
        expect(wrong).toEqual([]);
      }),
      { numRuns: Number(process.env.RUNS ?? 2_000) },
    );
  });
});
