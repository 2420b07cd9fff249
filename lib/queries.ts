import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { ask } from "#lib/ask.ts";
import type { Grouping } from "#lib/domain/scorecard-query.ts";
import type { ReportRange } from "#lib/domain/report-range.ts";
import { RungError } from "#lib/errors.ts";
import type { AsKnown, LinkState, Messages, Outcomed, PairedLink, ScorecardReply } from "#lib/messages.ts";

export type { AsKnown, LinkState, PairedLink, ScorecardReply };

/** What the background answered, or its failure as an error with a sentence. */
export async function valueOf<Value>(answer: Promise<Outcomed<Value>>): Promise<Value> {
  const outcome = await answer;
  if (outcome.ok) return outcome.value;
  throw new RungError(outcome.code, outcome.sentence, outcome.fields);
}

/** The last figures of a range, at once. */
export const cachedScorecard = (range: ReportRange, by: Grouping = "none") =>
  queryOptions({
    queryKey: ["scorecard", range, by, "cached"],
    queryFn: () => valueOf(ask("scorecard", { range, by, cached: true })),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** The figures of a range, computed anew; once a minute while somebody looks. */
export const freshScorecard = (range: ReportRange, by: Grouping = "none") =>
  queryOptions({
    queryKey: ["scorecard", range, by, "fresh"],
    queryFn: () => valueOf(ask("scorecard", { range, by, cached: false })),
    refetchInterval: 60_000,
    retry: false,
  });

/** The figures as the team knew them when a day ended, and how far they are; asked for a few times a second till then. */
export const scorecardAsKnown = (
  range: ReportRange,
  by: Grouping,
  asked: { on: string; attempt: number } | null,
) =>
  queryOptions({
    queryKey: ["asKnown", range, by, asked],
    queryFn: () => ask("asKnown", asked && { range, by, ...asked }),
    enabled: asked !== null,
    staleTime: Number.POSITIVE_INFINITY,
    refetchInterval: ({ state }) => (state.data?.state === "reading" ? 300 : false),
    retry: false,
  });

/** What an administrator's part of the options shows; each failure has its sentence. */
export const people = queryOptions({
  queryKey: ["people"],
  queryFn: () => valueOf(ask("people", undefined)),
  retry: false,
});

export const audit = (before: number | null) =>
  queryOptions({
    queryKey: ["audit", before],
    queryFn: () => valueOf(ask("audit", { before })),
    retry: false,
  });

/** Once a second while one of them is being written. */
export const dataExports = queryOptions({
  queryKey: ["exports"],
  queryFn: () => valueOf(ask("exports", undefined)),
  refetchInterval: ({ state }) => (state.data?.some((one) => one.state !== "ready") ? 1_000 : false),
  retry: false,
});

type Asked =
  | "queue"
  | "link"
  | "membership"
  | "workspaces"
  | "pages"
  | "settings"
  | "preferences"
  | "macroUses"
  | "heldSpend"
  | "inventory";

/** What the background says without a question of its own. */
export const said = <Type extends Asked>(type: Type) =>
  queryOptions<ReturnType<Messages[Type]>>({
    queryKey: [type],
    queryFn: () => ask(type, undefined),
    retry: false,
  });

/** Earlier conversations to be tagged, and those that were since a walk began. */
export const walkSince = (since: number | null) =>
  queryOptions({
    queryKey: ["walk", since],
    queryFn: () => ask("walk", { since }),
    placeholderData: keepPreviousData,
    retry: false,
  });

export const spendAccounts = queryOptions({
  queryKey: ["spendAccounts"],
  queryFn: () => valueOf(ask("spendAccounts", undefined)),
  retry: false,
});

/** What a conversation may have come from, for costs that name it. */
export const sources = queryOptions({
  queryKey: ["sources"],
  queryFn: async () => (await ask("overlaySettings", undefined)).sources,
  retry: false,
});

/** From now on our pages show this workspace. */
export const chooseWorkspace = (workspace: string): Promise<void> => ask("chooseWorkspace", { workspace });
