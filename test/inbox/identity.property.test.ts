import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { threadKey } from "#lib/domain/thread.ts";
import { type Ballot, vote } from "#lib/inbox/identity.ts";
import { initialVote } from "#lib/inbox/vote-state.ts";
import { ONCE_WRONG } from "./identity-examples.ts";
import {
  type Cohort,
  cohorts,
  customersOf,
  lateCohorts,
  metBefore,
  ModelPage,
  quickVisits,
  visits,
} from "./inbox-model.ts";

/** More by the environment: `RUNS=50000`. */
const RUNS = Number(process.env.RUNS ?? 2_000);

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
      at = Math.min(end, at + every, page.headerAt, recheckAt !== null && recheckAt > at ? recheckAt : end);
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

const known = fc.array(fc.boolean(), { minLength: 6, maxLength: 6 });

/** Moments at which the vote was certain of another conversation than the one that a person sees. */
function wrongMoments(cohort: Cohort, met: readonly boolean[], clicks: readonly Visit[]): string[] {
  const wrong: string[] = [];
  play(cohort, met, clicks, ({ identity: { certain, thread } }, truths, at) => {
    if (certain && (!thread || !truths.includes(threadKey(thread))))
      wrong.push(`at ${at} ms: ${thread?.id}, not ${truths.join(" or ")}`);
  });
  return wrong;
}

describe("the vote is right whenever it is certain", () => {
  it("over pages that lag, freeze and open something else", { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(cohorts, known, visits, (...all) => {
        expect(wrongMoments(...all)).toEqual([]);
      }),
      { numRuns: RUNS, examples: ONCE_WRONG },
    );
  });

  it("under quick clicks on pages whose address and tabs follow late", { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(lateCohorts, known, quickVisits, (...all) => {
        expect(wrongMoments(...all)).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });
});
