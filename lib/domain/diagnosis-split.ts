import {
  dearer,
  type Factor,
  FACTORS,
  isRate,
  type Side,
  type Stage,
  STAGES,
  STEPS,
  valueOf,
} from "./diagnosis-factor.ts";

/** What one factor did to the cost of the last stage: `change` is ln, positive where it made it dearer. */
export interface Part {
  factor: Factor;
  from: number;
  to: number;
  change: number;
}

/** The change between two windows, exactly the sum of its parts. */
export interface Split {
  /** The deepest stage with at least one conversation in both windows; what came after it is not in the split. */
  stage: Stage;
  /** ln of the change in total cost per conversation of that stage; without costs, in conversations per one of it. */
  total: number;
  /** No cost is recorded on one side: the parts are the rates alone. */
  withoutCosts: boolean;
  parts: Part[];
}

/**
 * Splits the change in ln CAC, or in the cost of the deepest stage that both windows reached, among its factors
 * (definitions, Diagnosis). As the factors multiply to the cost, the parts sum to the total.
 * @returns null where one side has no conversation
 */
export function splitChange(before: Side, now: Side): Split | null {
  const stage = STAGES.findLast((name) => before.tally[name] > 0 && now.tally[name] > 0);
  if (stage === undefined || before.tally.started === 0 || now.tally.started === 0) return null;
  const withoutCosts = !hasCosts(before) || !hasCosts(now);
  const deepest = STAGES.indexOf(stage);
  const parts = FACTORS.filter((factor) =>
    isRate(factor) ? STAGES.indexOf(STEPS[factor][1]) <= deepest : !withoutCosts,
  ).map((factor): Part => {
    const [from, to] = [valueOf(before, factor) ?? 1, valueOf(now, factor) ?? 1];
    return { factor, from, to, change: dearer(factor, from, to) };
  });
  const each = ({ tally, money }: Side) =>
    (withoutCosts ? tally.started : (money.totalCostMinor ?? 1)) / tally[stage];
  return { stage, total: Math.log(each(now) / each(before)), withoutCosts, parts };
}

const hasCosts = ({ money: { spendMinor, totalCostMinor } }: Side): boolean =>
  Boolean(spendMinor) && Boolean(totalCostMinor);
