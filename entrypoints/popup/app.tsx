import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { ScorecardView } from "#components/scorecard/scorecard-view.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { useNow } from "#components/ui/use-now.ts";
import { PolicyLine } from "#components/workspace/policy-line.tsx";
import { WorkspaceChoice } from "#components/workspace/workspace-choice.tsx";
import { ask } from "#lib/ask.ts";
import { keyMapOf, outcomeLabels } from "#lib/domain/commands.ts";
import type { ReportRange } from "#lib/domain/report-range.ts";
import { sentenceOf } from "#lib/errors.ts";
import { openInbox, openOptions, openScorecard, openWalk } from "#lib/open-page.ts";
import { cachedScorecard, freshScorecard, said } from "#lib/queries.ts";

/** The figures of last time at once, fresh ones behind them. */
export function App() {
  const [range, setRange] = useState<ReportRange>("last_30");
  const queries = useQueryClient();
  const now = useNow();
  const cached = useQuery(cachedScorecard(range));
  const fresh = useQuery(freshScorecard(range));
  const { data: settings } = useQuery(said("settings"));
  const { data: preferences } = useQuery(said("preferences"));
  const reply = fresh.data ?? cached.data;
  if (!reply) return fresh.error ? <Notice tone="bad" title={sentenceOf(fresh.error)} /> : null;
  const sync = async () => {
    await ask("syncNow", undefined);
    await queries.invalidateQueries({ queryKey: ["scorecard"] });
  };
  return (
    <>
      <WorkspaceChoice />
      <ScorecardView
        range={range}
        reply={reply}
        now={now}
        defaults={{ hours: settings?.hours === null, targets: settings?.targets === null }}
        busy={fresh.isFetching && !fresh.data}
        outcomeKeys={outcomeLabels(keyMapOf(preferences?.keys ?? {}))}
        problem={fresh.error ? sentenceOf(fresh.error) : null}
        onRange={setRange}
        onOpenInbox={() => void openInbox()}
        onWalk={() => void openWalk()}
        onImport={() => void openOptions("spend")}
        onPair={() => void openOptions("team")}
        onOpenScorecard={() => void openScorecard()}
        onSync={() => void sync()}
      />
      <PolicyLine />
    </>
  );
}
