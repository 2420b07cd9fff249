import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { Conflict } from "#components/options/conflict.tsx";
import { Frame } from "#components/options/frame.tsx";
import { Managed } from "#components/options/managed.tsx";
import { Macros } from "#components/options/macros.tsx";
import { Outcomes } from "#components/options/outcomes.tsx";
import { PARTS } from "#components/options/section.tsx";
import { Report } from "#components/options/report.tsx";
import { UndoLine } from "#components/options/undo-line.tsx";
import { said } from "#lib/queries.ts";
import { PagesPart, PrivacyPart, SpendPart, TeamPart } from "./parts.tsx";
import { SalesPart } from "./sales.tsx";
import { type Done, useSettings } from "./use-settings.ts";

/** How long a line of what just happened stands. */
const STANDS_MS = 12_000;

const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

export function App() {
  const [done, setDone] = useState<Done | null>(null);
  const { settings, change, conflict } = useSettings(setDone);
  const { data: link } = useQuery(said("link"));
  const queries = useQueryClient();
  useEffect(() => {
    if (done === null) return;
    const timer = setTimeout(() => setDone(null), STANDS_MS);
    return () => clearTimeout(timer);
  }, [done]);
  const isDrawn = settings !== undefined && link !== undefined;
  useEffect(() => {
    // The browser looked for the place in the address before the parts were drawn.
    const part = PARTS.find(({ id }) => location.hash === `#${id}`);
    if (isDrawn && part) document.getElementById(part.id)?.scrollIntoView();
  }, [isDrawn]);
  if (!settings || !link) return null;
  const isOwn = link.state === "alone" || link.state === "revoked";
  const again = () => void queries.invalidateQueries();
  return (
    <Frame below={done && <UndoLine words={done.words} onUndo={done.undo} />}>
      <TeamPart link={link} again={again} />
      <PagesPart link={link} tell={setDone} again={again} />
      <SpendPart link={link} timeZone={settings.timeZone ?? timeZone} again={again} />
      <SalesPart link={link} again={again} />
      {conflict && (
        <Conflict
          theirs={conflict.theirs}
          mine={conflict.mine}
          onMine={() => conflict.settle("mine")}
          onTheirs={() => conflict.settle("theirs")}
        />
      )}
      <Managed may={isOwn || link.role === "manager" || link.role === "admin"}>
        <Report settings={settings} timeZone={timeZone} onChange={change} />
        <Outcomes settings={settings} onChange={change} />
        <Macros settings={settings} onChange={change} newId={() => crypto.randomUUID()} />
      </Managed>
      <PrivacyPart link={link} tell={setDone} again={again} />
    </Frame>
  );
}
