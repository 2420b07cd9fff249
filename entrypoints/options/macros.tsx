import { useQuery } from "@tanstack/react-query";
import type { Change } from "#components/options/change.ts";
import { Macros, OwnMacros } from "#components/options/macros.tsx";
import { useNow } from "#components/ui/use-now.ts";
import type { Macro, Settings } from "#lib/domain/settings.ts";
import { said, sources } from "#lib/queries.ts";

/** What both lists of macros need besides. */
function useAround() {
  const now = useNow();
  const { data: uses = {} } = useQuery(said("macroUses"));
  const { data: known = [] } = useQuery(sources);
  return { now, uses, sources: known, newId: () => crypto.randomUUID() };
}

export function MacrosPart(props: { settings: Settings; onChange: Change }) {
  return <Macros {...props} {...useAround()} />;
}

interface OwnMacrosPartProps {
  settings: Settings;
  own: readonly Macro[];
  onOwn: (words: string, macros: Macro[]) => void;
}

export function OwnMacrosPart(props: OwnMacrosPartProps) {
  return <OwnMacros {...props} {...useAround()} />;
}
