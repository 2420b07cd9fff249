import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { Alerts } from "#components/options/alerts.tsx";
import { Conflict } from "#components/options/conflict.tsx";
import { durationText } from "#components/options/duration-text.ts";
import { Frame } from "#components/options/frame.tsx";
import { Goals } from "#components/options/goals.tsx";
import { Hours } from "#components/options/hours.tsx";
import { Keys } from "#components/options/keys.tsx";
import { Managed } from "#components/options/managed.tsx";
import { Outcomes } from "#components/options/outcomes.tsx";
import { isPart } from "#components/options/section.tsx";
import { PartGroup } from "#components/options/part-group.tsx";
import { Report } from "#components/options/report.tsx";
import { Targets } from "#components/options/targets.tsx";
import { CountingLine, UndoLine } from "#components/options/undo-line.tsx";
import { WorkspaceChoice } from "#components/workspace/workspace-choice.tsx";
import { useNow } from "#components/ui/use-now.ts";
import { useSettled } from "#components/ui/use-settled.ts";
import { dayOf } from "#lib/domain/day.ts";
import { newest } from "#lib/domain/history.ts";
import { DEFAULT_TARGETS } from "#lib/domain/response-target.ts";
import { said, spendAccounts } from "#lib/queries.ts";
import { AuditPart, DataPart, PeoplePart } from "./admin.tsx";
import {
  CostsPart,
  currencyOf,
  PagesPart,
  PrivacyPart,
  SpendPart,
  SuggestionsPart,
  TeamPart,
} from "./parts.tsx";
import { MacrosPart, OwnMacrosPart } from "./macros.tsx";
import { SalesPart } from "./sales.tsx";
import { usePreferences } from "./use-preferences.ts";
import { type Done, useSettings } from "./use-settings.ts";

/** How long a line of what just happened stands. */
const STANDS_MS = 12_000;

const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** What must be settled is seen at once, however far below it was pressed. */
const showAtOnce = (at: HTMLElement | null) => at?.scrollIntoView({ block: "center" });

export function App() {
  const now = useNow();
  const [done, setDone] = useState<Done | null>(null);
  const { settings, change, isCounting, conflict } = useSettings(setDone);
  const { preferences, change: prefer } = usePreferences(setDone);
  const { data: link } = useQuery(said("link"));
  const { data: membership = null } = useQuery(said("membership"));
  const { data: accounts = [] } = useQuery(spendAccounts);
  const queries = useQueryClient();
  useEffect(() => {
    if (done === null) return;
    const timer = setTimeout(() => setDone(null), STANDS_MS);
    return () => clearTimeout(timer);
  }, [done]);
  const isDrawn = settings !== undefined && link !== undefined;
  const isSettled = useSettled(isDrawn);
  useEffect(() => {
    // The browser looked for the place in the address before the parts were drawn.
    const id = location.hash.slice(1);
    if (isSettled && isPart(id)) document.getElementById(id)?.scrollIntoView();
  }, [isSettled]);
  if (!settings || !link) return null;
  const isOwn = link.state === "alone" || link.state === "revoked";
  const mayManage = isOwn || link.role === "manager" || link.role === "admin";
  const admin = membership?.role === "admin" ? membership : null;
  const again = () => void queries.invalidateQueries();
  const zone = settings.timeZone ?? timeZone;
  const today = dayOf(now, zone);
  const { seconds } = newest(settings.targets ?? [{ from: 0, value: DEFAULT_TARGETS }]).first_reply
    .FB_MESSAGE;
  const currency = currencyOf(settings, accounts);
  return (
    <Frame
      sees={{ administrators: admin !== null, managers: mayManage }}
      isSettled={isSettled}
      below={isCounting ? <CountingLine /> : done && <UndoLine words={done.words} onUndo={done.undo} />}
    >
      {conflict && (
        <div ref={showAtOnce}>
          <Conflict
            theirs={conflict.theirs}
            mine={conflict.mine}
            onMine={() => conflict.settle("mine")}
            onTheirs={() => conflict.settle("theirs")}
          />
        </div>
      )}
      <PartGroup name="Workspace">
        <TeamPart again={again} />
        <WorkspaceChoice />
        {admin && <PeoplePart membership={admin} tell={setDone} again={again} />}
        <PagesPart tell={setDone} again={again} />
        {admin && <DataPart membership={admin} tell={setDone} again={again} />}
        {admin && <AuditPart />}
      </PartGroup>
      <PartGroup name="Figures">
        <SpendPart link={link} timeZone={zone} again={again} />
        <SalesPart link={link} again={again} />
        <Managed may={mayManage} what="what a report counts, and its goals">
          {mayManage && <CostsPart settings={settings} currency={currency} today={today} onChange={change} />}
          <Report settings={settings} timeZone={timeZone} onChange={change} />
          <Goals settings={settings} currency={currency} onChange={change} />
        </Managed>
      </PartGroup>
      <PartGroup name="Inbox">
        <Managed may={mayManage} what="the outcomes, hours, targets and suggestions">
          <Outcomes settings={settings} onChange={change} />
          <Hours
            settings={settings}
            timeZone={zone}
            today={today}
            target={durationText(seconds) || "15 min"}
            now={Date.now}
            onChange={change}
          />
          <Targets settings={settings} now={Date.now} onChange={change} />
          <SuggestionsPart settings={settings} onChange={change} />
        </Managed>
      </PartGroup>
      <PartGroup name="Replies">
        <Managed may={mayManage} what="the team's macros">
          <MacrosPart settings={settings} onChange={change} />
        </Managed>
        {preferences && (
          <OwnMacrosPart
            settings={settings}
            own={preferences.macros}
            onOwn={(words, macros) => prefer(words, { macros })}
          />
        )}
      </PartGroup>
      <PartGroup name="This browser">
        {preferences && (
          <>
            <Keys keys={preferences.keys} onSave={(words, keys) => prefer(words, { keys })} />
            <Alerts
              rules={preferences.alerts}
              timeZone={timeZone}
              onSave={(alerts) => prefer("Saved the alerts.", { alerts })}
            />
          </>
        )}
        <PrivacyPart link={link} tell={setDone} again={again} />
      </PartGroup>
    </Frame>
  );
}
