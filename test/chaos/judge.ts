import { may } from "#server/members/roles.ts";
import { verifyRollups } from "#server/rollups/verify.ts";
import type { SimulatedDevice } from "./device.ts";
import type { Team } from "./team.ts";
import { differences, doubledOf, type Held, lostOf, readHeld, type States, statesFor } from "./verdict.ts";

/** What became of what was promised; each finding is a line for a person. */
export interface Judgement {
  acknowledged: number;
  lost: string[];
  doubled: string[];
  differing: string[];
}

export async function judge({ ground, browser, devices, ledger }: Team): Promise<Judgement> {
  const held = await readHeld(ground.db, ground.workspace);
  const shown = await browser.held();
  const acknowledged = new Map(ledger.acknowledged);
  for (const { event, workspace } of shown.events) if (workspace !== null) acknowledged.set(event.id, event);
  const refused = new Set(ledger.refused.keys());
  const confirmed = devices.flatMap((device) => [...device.confirmed]).filter((id) => !refused.has(id));
  const whole = statesFor(held, { member: "", seesMoney: true });
  const sums = await verifyRollups(ground.db, ground.workspace);
  const differing = [
    ...sums.map((difference) => `rollups: ${JSON.stringify(difference).slice(0, 300)}`),
    ...differences("the servers", held.states, whole),
    ...differences("Chromium", shown.states, whole),
  ];
  for (const device of devices) differing.push(...(await differencesOf(device, held, whole)));
  return {
    acknowledged: acknowledged.size,
    lost: lostOf(held, acknowledged, new Set(confirmed)),
    doubled: doubledOf(held),
    differing,
  };
}

async function differencesOf(device: SimulatedDevice, held: Held, whole: States): Promise<string[]> {
  const { member } = await device.pairing();
  const seesMoney = may(member.role, "seeMoney");
  const wanted = seesMoney ? whole : statesFor(held, { member: member.id, seesMoney });
  const rows = await device.store().db.states.toArray();
  const states = Object.fromEntries(rows.map(({ thread, conversations }) => [thread, conversations]));
  return differences(`${device.name} (${member.role})`, states, wanted);
}
