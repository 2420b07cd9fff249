import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { type GroupBy, ScorecardPage } from "#components/scorecard/scorecard-page.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { useNow } from "#components/ui/use-now.ts";
import { WorkspaceChoice } from "#components/workspace/workspace-choice.tsx";
import { ask } from "#lib/ask.ts";
import { keyMapOf, outcomeLabels } from "#lib/domain/commands.ts";
import type { Role } from "#lib/domain/people.ts";
import type { ReportRange } from "#lib/domain/report-range.ts";
import { sentenceOf } from "#lib/errors.ts";
import { openInbox, openOptions, openWalk } from "#lib/open-page.ts";
import { cachedScorecard, freshScorecard, said, scorecardAsKnown } from "#lib/queries.ts";

/** What the server allows too: figures of others are for those who lead. */
const mayLead = (role: Role): boolean => role === "manager" || role === "admin";

/** The figures of last time at once, fresh ones behind them; those of before stay until others come. */
export function App() {
  const [range, setRange] = useState<ReportRange>("last_30");
  const [by, setBy] = useState<GroupBy>("campaign");
  const [asked, setAsked] = useState<{ on: string; attempt: number } | null>(null);
  const queries = useQueryClient();
  const now = useNow();
  const cached = useQuery(cachedScorecard(range, by));
  const fresh = useQuery({ ...freshScorecard(range, by), placeholderData: keepPreviousData });
  const past = useQuery(scorecardAsKnown(range, by, asked));
  const { data: membership } = useQuery(said("membership"));
  const mayByMember = membership?.policy.figuresPerPerson === true && mayLead(membership.role);
  const { data: settings } = useQuery(said("settings"));
  const { data: preferences } = useQuery(said("preferences"));
  const isOld = fresh.isPlaceholderData && cached.data?.card;
  const reply = isOld ? cached.data : (fresh.data ?? cached.data);
  if (!reply) return fresh.error ? <Notice tone="bad" title={sentenceOf(fresh.error)} /> : null;
  const sync = async () => {
    await ask("syncNow", undefined);
    await queries.invalidateQueries({ queryKey: ["scorecard"] });
  };
  const askThen = (on: string | null) => {
    setAsked(on === null ? null : { on, attempt: 0 });
    if (on === null) void ask("asKnown", null);
  };
  return (
    <>
      <WorkspaceChoice />
      <ScorecardPage
        range={range}
        by={by}
        reply={reply}
        now={now}
        defaults={{ hours: settings?.hours === null, targets: settings?.targets === null }}
        busy={fresh.isFetching && (!fresh.data || fresh.isPlaceholderData)}
        outcomeKeys={outcomeLabels(keyMapOf(preferences?.keys ?? {}))}
        problem={fresh.error ? sentenceOf(fresh.error) : null}
        on={asked?.on ?? null}
        past={(asked && past.data) ?? null}
        onAsKnown={askThen}
        onAgain={() => setAsked((one) => one && { ...one, attempt: one.attempt + 1 })}
        onRange={setRange}
        mayByMember={mayByMember}
        onBy={setBy}
        onOpenInbox={() => void openInbox()}
        onWalk={() => void openWalk()}
        onImport={() => void openOptions("spend")}
        onPair={() => void openOptions("team")}
        onSync={() => void sync()}
      />
    </>
  );
}
