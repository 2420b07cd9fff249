import { z } from "zod";
import type { WorkspaceHere } from "#lib/messages.ts";
import { choose, chosenPairing } from "#lib/store/chosen.ts";
import { listPairings } from "#lib/store/pairing.ts";
import type { Background } from "./background.ts";
import { stateOf } from "./link-state.ts";
import { on, ownPage } from "./on.ts";
import { nothing } from "./shapes.ts";

const ChooseQuery = z.strictObject({ workspace: z.uuid() });

/** The workspaces that this browser is paired with, and which of them our own pages show. */
export function answerWorkspaces({ store, tell }: Background): void {
  on("workspaces", ownPage, nothing, async () => {
    const chosen = await chosenPairing(store);
    const here = (await listPairings(store)).map(async (pairing): Promise<WorkspaceHere> => ({
      id: pairing.id,
      isChosen: pairing.id === chosen?.id,
      link: await stateOf(store, pairing),
      policy: pairing.workspace.policy ?? null,
    }));
    return Promise.all(here);
  });

  on("chooseWorkspace", ownPage, ChooseQuery, async ({ workspace }) => {
    await choose(store, workspace);
    tell({ threads: [], settings: true });
  });
}
