import type { Role } from "#lib/contract.ts";
import { makePairing } from "#server/members/make-pairing.ts";
import { answerPage } from "#server/workspace/answer-page.ts";
import { randomFrom } from "#test/business-suite/world/random.ts";
import { type BrowserDevice, openBrowser } from "./browser.ts";
import { placeDevice, type SimulatedDevice } from "./device.ts";
import { type Ground, makeGround } from "./ground.ts";
import { type Ledger, openLedger } from "./ledger.ts";
import { inTime } from "./patience.ts";
import { PAGES } from "./world.ts";

const DEVICES = 20;
const STOP_MS = 120_000;
const HOUR = 3_600_000;
const ROLES: readonly Role[] = ["manager", "rep", "rep", "support", "rep"];

/** Everybody who works, what they work on, and what they were promised. */
export interface Team {
  ground: Ground;
  browser: BrowserDevice;
  devices: SimulatedDevice[];
  ledger: Ledger;
  disband: () => Promise<void>;
}

interface Asked {
  seed: number;
  /** Of Chromium. */
  executable: string;
  signal: AbortSignal;
  say: (line: string) => void;
}

export async function gather({ seed, executable, signal, say }: Asked): Promise<Team> {
  const closers: (() => Promise<void> | void)[] = [];
  const disband = async () => {
    for (const close of closers.splice(0).toReversed())
      await inTime("Something did not stop", STOP_MS, Promise.resolve(close())).catch((error: unknown) =>
        say(String(error)),
      );
  };
  try {
    say("Two servers start on one PostgreSQL.");
    const ledger = openLedger();
    const ground = await makeGround(randomFrom(seed), (line) => ledger.faults.push(line), signal);
    closers.push(ground.stop);
    for (const asset of PAGES)
      await answerPage({ ctx: admin(ground), input: { asset, name: null, counted: true } });
    const devices = await placeAll(ground, ledger, seed);
    closers.push(() => devices.forEach(({ close }) => close()));
    say(`${DEVICES} devices are paired; Chromium starts with the extension.`);
    signal.throwIfAborted();
    const random = randomFrom(seed + 1);
    const code = await codeOf(ground, "Kim", "admin");
    const browser = await openBrowser({ executable, url: ground.url, code, random });
    closers.push(browser.close);
    return { ground, browser, devices, ledger, disband };
  } catch (error) {
    await disband();
    throw error;
  }
}

const admin = ({ db, workspace }: Ground) =>
  ({ db, workspace, member: null, role: "admin", now: Date.now() }) as const;

const codeOf = async (ground: Ground, name: string, role: Role): Promise<string> =>
  (await makePairing({ ctx: admin(ground), input: { name, role } })).code;

/** One in four has a clock that is hours off, one in ten days. */
async function placeAll(ground: Ground, ledger: Ledger, seed: number): Promise<SimulatedDevice[]> {
  const random = randomFrom(seed + 2);
  const began = Date.now();
  const devices: SimulatedDevice[] = [];
  for (let number = 0; number < DEVICES; number += 1) {
    const role = ROLES[number % ROLES.length] ?? "rep";
    const lot = random();
    const hours = lot < 0.1 ? 100 : lot < 0.35 ? 3 : 0.001;
    devices.push(
      await placeDevice({
        name: `Device ${number + 1}`,
        seed: seed + 100 + number,
        url: ground.url,
        code: await codeOf(ground, `Person ${number + 1}`, role),
        began,
        skew: Math.round((random() - 0.5) * 2 * hours * HOUR),
        ledger,
        savesSettings: role === "manager",
      }),
    );
  }
  return devices;
}
