import type { Page } from "#test/business-suite/state.ts";
import { cx } from "#test/business-suite/style/atomic.ts";
import { AccessKeys } from "./access-keys.tsx";
import { PageContext, usePage } from "./context.tsx";
import { Detail } from "./detail.tsx";
import { DetailsPane } from "./details-pane.tsx";
import { Dialog } from "./dialog.tsx";
import { ListColumn } from "./list-column.tsx";
import { NavRail } from "./nav-rail.tsx";
import { Skeleton } from "./skeleton.tsx";
import { SURFACES, Surface } from "./surface.tsx";
import { Tabs } from "./tabs.tsx";
import { TopBar } from "./top-bar.tsx";

export function App({ page }: { page: Page }) {
  return (
    <PageContext value={page}>
      <Frame />
    </PageContext>
  );
}

/** The frame of every page of the suite; only `/latest/inbox` has an inbox in it. */
function Frame() {
  const { state } = usePage();
  const { hydrated, address, dialogOpen, config, mounts } = state;
  return (
    <div key={mounts.all} className={cx("display:flex;height:100vh;width:100%")}>
      <NavRail />
      <div className={cx("display:flex;flex-direction:column;flex:1;min-width:0;min-height:0")}>
        <TopBar />
        {hydrated ? address.section !== null && <Inbox /> : <Skeleton />}
      </div>
      {dialogOpen && hydrated && <Dialog />}
      {config.accessKeys && <AccessKeys />}
    </div>
  );
}

function Inbox() {
  const { state } = usePage();
  const { mounts, openId, config } = state;
  return (
    <Surface path={SURFACES.root}>
      {config.tabs !== "none" && <Tabs />}
      <Surface path={SURFACES.both}>
        <div
          className={cx(
            "display:flex;flex:1;min-height:0;border-top:1px solid var(--line);background:var(--surface)",
          )}
        >
          <ListColumn key={`list ${mounts.list}`} />
          <Detail key={`pane ${mounts.pane}`} />
          {config.details && openId !== null && <DetailsPane />}
        </div>
      </Surface>
    </Surface>
  );
}
