import { PolicyChange } from "#lib/contract.ts";
import { RungError } from "#lib/errors.ts";
import { chosenLive } from "#lib/store/chosen.ts";
import { membershipOf } from "#lib/store/membership.ts";
import * as calls from "#lib/sync/admin.ts";
import { ask } from "#lib/sync/ask.ts";
import { pull } from "#lib/sync/pull.ts";
import { refresh } from "#lib/sync/refresh.ts";
import type { Call } from "#lib/sync/exchange.ts";
import { AuditQuery, DeviceQuery, InviteQuery, MemberQuery, PersonQuery, RoleQuery } from "./admin-shapes.ts";
import type { Background } from "./background.ts";
import { on, outcome, ownPage } from "./on.ts";
import { nothing } from "./shapes.ts";

/** What the administrators of a team do, each asked of the team's server, which says who may. */
export function answerAdmin({ store, sync, tell }: Background): void {
  const there = async <Body>(call: Omit<Call<Body>, "server" | "token">): Promise<Body> => {
    const pairing = await chosenLive(store);
    if (!pairing) throw new RungError("alone", "This browser is paired with no team.");
    return ask(store, sync.wire, pairing, call);
  };
  /** What everybody is told is told here at once; whom the team forgets is forgotten here. */
  const changed = <Body>(call: Omit<Call<Body>, "server" | "token">) =>
    outcome(async () => {
      const value = await there(call);
      const pairing = await chosenLive(store);
      if (pairing) {
        await refresh(store, sync.wire, pairing);
        void pull(sync, pairing.id, { wait: 0 });
      }
      tell({ threads: [], settings: true });
      return value;
    });

  on("membership", ownPage, nothing, async () => {
    const pairing = await chosenLive(store);
    return pairing ? membershipOf(pairing) : null;
  });
  on("people", ownPage, nothing, () => outcome(() => there(calls.people)));
  on("invite", ownPage, InviteQuery, (query) => outcome(() => there(calls.invite(query))));
  on("changeRole", ownPage, RoleQuery, (query) => changed(calls.changeRole(query)));
  on("removeMember", ownPage, MemberQuery, (query) => changed(calls.removeMember(query)));
  on("revokeDevice", ownPage, DeviceQuery, (query) => changed(calls.revokeDevice(query)));
  on("savePolicy", ownPage, PolicyChange, (query) => changed(calls.savePolicy(query)));
  on("audit", ownPage, AuditQuery, ({ before }) => outcome(() => there(calls.audit(before))));
  on("exports", ownPage, nothing, () => outcome(() => there(calls.exports)));
  on("askExport", ownPage, nothing, () => outcome(() => there(calls.askExport)));
  on("exportPerson", ownPage, PersonQuery, (query) => outcome(() => there(calls.exportPerson(query))));
  on("erasePerson", ownPage, PersonQuery, (query) => changed(calls.erasePerson(query)));
}
