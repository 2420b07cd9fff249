import { queryOptions, useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import type { Change } from "#components/options/change.ts";
import { Costs } from "#components/options/costs.tsx";
import { Pages, type PageShown } from "#components/options/pages.tsx";
import { Privacy } from "#components/options/privacy.tsx";
import { Spend } from "#components/options/spend.tsx";
import { Suggestions } from "#components/options/suggestions.tsx";
import { Team } from "#components/options/team.tsx";
import { useNow } from "#components/ui/use-now.ts";
import { ask } from "#lib/ask.ts";
import type { SpendAccount } from "#lib/contract.ts";
import type { Settings } from "#lib/domain/settings.ts";
import type { LinkState } from "#lib/messages.ts";
import { said, sources, spendAccounts } from "#lib/queries.ts";
import { exportAll, save } from "./export.ts";
import { askToReach, deviceName, mayReach, onLook, onPair } from "./pairing.ts";
import { spendActions } from "./spend.ts";
import type { Done } from "./use-settings.ts";

/** Which servers the browser lets the extension reach. */
const reachable = (servers: readonly string[]) =>
  queryOptions({
    queryKey: ["reachable", servers],
    queryFn: async () => {
      const may = await Promise.all(servers.map(mayReach));
      return servers.filter((_, place) => may[place]);
    },
  });

interface PartProps {
  link: LinkState;
  /** Asks the background for everything anew. */
  again: () => void;
}

export function TeamPart({ again }: Pick<PartProps, "again">) {
  const now = useNow();
  const { data: workspaces } = useQuery(said("workspaces"));
  const servers = (workspaces ?? []).map(({ link }) => link.server);
  const { data: reached = servers } = useQuery(reachable(servers));
  if (!workspaces) return null;
  const allow = async (server: string) => {
    await askToReach(server);
    await ask("syncNow", undefined);
    again();
  };
  return (
    <Team
      workspaces={workspaces.map((one) => ({ ...one, mayReach: reached.includes(one.link.server) }))}
      now={now}
      deviceName={deviceName(navigator.userAgent)}
      onAllow={(server) => void allow(server)}
      onLook={onLook}
      onPair={(asked) => onPair(asked).finally(again)}
      onUnpair={(workspace) => void ask("unpair", { workspace }).finally(again)}
      onSync={() => void ask("syncNow", undefined).finally(again)}
    />
  );
}

export function PagesPart({ tell, again }: Pick<PartProps, "again"> & { tell: (done: Done) => void }) {
  const { data: pages = [] } = useQuery(said("pages"));
  const answer = async (page: PageShown, counted: boolean, isUndo = false) => {
    const { asset, name, workspaceId } = page;
    const answered = await ask("answerPage", { asset, name, counted, workspace: workspaceId });
    const words = `${name ?? asset} is ${counted ? "counted" : "not counted any more"}.`;
    const undo = isUndo ? null : () => void answer(page, !counted, true);
    tell(answered.ok ? { words, undo } : { words: answered.sentence, undo: null });
    again();
  };
  return <Pages pages={pages} onAnswer={(page, counted) => void answer(page, counted)} />;
}

export function SpendPart({ link, timeZone, again }: PartProps & { timeZone: string }) {
  const { data: accounts = [] } = useQuery(spendAccounts);
  const { data: held = [] } = useQuery(said("heldSpend"));
  const actions = useMemo(() => spendActions(), []);
  const isAlone = link.state === "alone" || link.state === "revoked";
  return (
    <Spend
      accounts={accounts}
      held={held}
      workspace={isAlone ? null : link.workspace}
      timeZone={timeZone}
      mayImport={isAlone || link.role === "manager" || link.role === "admin"}
      onCheck={actions.onCheck}
      onImport={(account) => actions.onImport(account).finally(again)}
    />
  );
}

/** What money is typed in while nobody has said it: the spend's currency. */
export const currencyOf = (settings: Settings, accounts: readonly SpendAccount[]): string =>
  settings.currency ?? accounts.find(({ currency }) => currency !== null)?.currency ?? "USD";

interface CostsPartProps {
  settings: Settings;
  currency: string;
  today: string;
  onChange: Change;
}

export function CostsPart(props: CostsPartProps) {
  const { data: known = [] } = useQuery(sources);
  const campaigns = known.flatMap(({ source }) => (source.kind === "campaign" ? [source.campaign] : []));
  return <Costs {...props} campaigns={campaigns} newId={() => crypto.randomUUID()} />;
}

export function SuggestionsPart(props: { settings: Settings; onChange: Change }) {
  const { data: known = [] } = useQuery(sources);
  return <Suggestions {...props} sources={known} />;
}

export function PrivacyPart({ link, tell, again }: PartProps & { tell: (done: Done) => void }) {
  const { data: held = [] } = useQuery(said("inventory"));
  const { data: preferences } = useQuery(said("preferences"));
  const [exporting, setExporting] = useState<string | null>(null);
  const write = async () => {
    setExporting("Exporting…");
    const blob = await exportAll((rows) => setExporting(`Exporting, ${rows} entries…`));
    save(blob, "rung-export.json");
    setExporting(null);
  };
  const erase = async (what: "conversations" | "everything") => {
    await ask("erase", { what });
    tell({ words: "Erased in this browser.", undo: null });
    again();
  };
  return (
    <Privacy
      held={held}
      waiting={link.state === "alone" ? 0 : link.pending}
      exporting={exporting}
      probe={preferences?.probe ?? true}
      onProbe={(probe) =>
        preferences && void ask("savePreferences", { ...preferences, probe }).finally(again)
      }
      onExport={() => void write()}
      onErase={(what) => void erase(what)}
      onErasePerson={(person) => ask("erasePersonHere", { person }).finally(again)}
    />
  );
}
