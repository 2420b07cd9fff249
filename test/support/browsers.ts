import { type Install, installs } from "./browser-installs.ts";
import { BROWSERS, type BrowserName, named, places, VARIABLES } from "./browser-places.ts";
import { type Machine, thisMachine } from "./machine.ts";

export { BROWSERS, type BrowserName, VARIABLES } from "./browser-places.ts";

export type Executables = Record<BrowserName, string>;

/** A browser is neither there nor to be had; the message says how to get it. */
export class BrowserMissing extends Error {
  constructor(names: readonly BrowserName[], reason?: string) {
    super(
      names.map((name) => `${name} is missing${reason ? ` (${reason})` : ""}. ${howToGet(name)}`).join("\n"),
    );
    this.name = "BrowserMissing";
  }
}

const howToGet = (name: BrowserName): string => {
  const [variable] = VARIABLES[name];
  const install =
    name === "chromium"
      ? "`apt-get install chromium` on Debian, or `npx playwright install chromium`"
      : "`apt-get install firefox-esr` on Debian, or Firefox from mozilla.org";
  return `Install it (${install}), or name an executable in ${variable}.`;
};

/**
 * The executable of a browser that is there and starts; null where there is none.
 * @throws BrowserMissing where a variable names one that is not there: falling back would hide the mistake.
 */
export async function findBrowser(name: BrowserName, machine: Machine): Promise<string | null> {
  const choice = named(name, machine);
  if (choice) {
    if (await machine.starts(choice.path)) return choice.path;
    throw new BrowserMissing([name], `${choice.variable} names ${choice.path}, which does not start`);
  }
  for (const path of places(name, machine)) if (await machine.starts(path)) return path;
  return null;
}

/**
 * Both browsers, installing what is missing; progress on stderr.
 * @throws BrowserMissing with one line for each that could not be had
 */
export async function ensureBrowsers(
  names: readonly BrowserName[] = BROWSERS,
  machine: Machine = thisMachine(),
): Promise<Partial<Executables>> {
  const found = await findAll(names, machine);
  for (const install of installs(missingOf(names, found), machine)) {
    const missing = missingOf(names, found);
    if (missing.length === 0) break;
    await attempt(install, missing, machine);
    Object.assign(found, await findAll(missing, machine));
  }
  const missing = missingOf(names, found);
  if (missing.length > 0) throw new BrowserMissing(missing);
  for (const name of names) machine.say(`${name}: ${found[name]}`);
  return found;
}

const missingOf = (names: readonly BrowserName[], found: Partial<Executables>): BrowserName[] =>
  names.filter((name) => found[name] === undefined);

async function findAll(names: readonly BrowserName[], machine: Machine): Promise<Partial<Executables>> {
  const found: Partial<Executables> = {};
  for (const name of names) {
    const path = await findBrowser(name, machine);
    if (path !== null) found[name] = path;
  }
  return found;
}

async function attempt(install: Install, missing: readonly BrowserName[], machine: Machine): Promise<void> {
  machine.say(`${missing.join(" and ")} not found; installing by ${install.by} …`);
  for (const [command, ...args] of install.commands)
    if (!(await machine.run(command, args))) {
      machine.say(`${install.by} did not succeed.`);
      return;
    }
}
