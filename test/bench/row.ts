/** One measurement. `ratio` is `ours` over `reference`, both measured in the same run; `met` null where nothing is aimed at. */
export interface Row {
  metric: string;
  unit: string;
  ours: number;
  reference: number | null;
  referenceName: string | null;
  ratio: number | null;
  target: string | null;
  met: boolean | null;
}

interface Beside {
  metric: string;
  unit: string;
  ours: number;
  reference: number;
  referenceName: string;
}

/** Ours is to be at least so many times the reference; more is better. Without `times` it is only shown. */
export function atLeast(
  { metric, unit, ours, reference, referenceName }: Beside,
  times: number | null = null,
): Row {
  const ratio = ours / reference;
  const target = times === null ? null : `at least ${times} times`;
  return {
    metric,
    unit,
    ours,
    reference,
    referenceName,
    ratio,
    target,
    met: times === null ? null : ratio >= times,
  };
}

/** Ours is to be at most so many times the reference; less is better. */
export function atMost({ metric, unit, ours, reference, referenceName }: Beside, times: number): Row {
  const ratio = ours / reference;
  return {
    metric,
    unit,
    ours,
    reference,
    referenceName,
    ratio,
    target: `at most ${times} times`,
    met: ratio <= times,
  };
}

/** Ours is to stay below a limit of its own unit. */
export const below = (metric: string, unit: string, ours: number, limit: number): Row => ({
  metric,
  unit,
  ours,
  reference: null,
  referenceName: null,
  ratio: null,
  target: `below ${limit} ${unit}`,
  met: ours < limit,
});

/** A figure that nothing is aimed at. */
export const shown = (metric: string, unit: string, ours: number): Row => ({
  metric,
  unit,
  ours,
  reference: null,
  referenceName: null,
  ratio: null,
  target: null,
  met: null,
});

/** A figure beside a reference's, that nothing is aimed at. */
export const shownBeside = ({ metric, unit, ours, reference, referenceName }: Beside): Row => ({
  ...shown(metric, unit, ours),
  reference,
  referenceName,
  ratio: ours / reference,
});
