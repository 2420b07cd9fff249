import { describe, expect, test } from "vitest";
import { installs } from "./browser-installs.ts";
import { named, places } from "./browser-places.ts";
import { BrowserMissing, ensureBrowsers, findBrowser } from "./browsers.ts";
import type { Machine } from "./machine.ts";

interface Given extends Partial<Omit<Machine, "run" | "say">> {
  files?: string[];
  folders?: Record<string, string[]>;
  broken?: string[];
  /** What a run of a command brings onto the machine. */
  brings?: Record<string, string[]>;
}

/** A machine of made-up files that keeps what was run and said. */
function machineOf(given: Given = {}) {
  const { files = [], folders = {}, broken = [], brings = {}, ...rest } = given;
  const ran: string[] = [];
  const said: string[] = [];
  const machine: Machine = {
    platform: "linux",
    env: {},
    home: "/home/kim",
    isRoot: false,
    family: "",
    isFile: (path) => files.includes(path),
    list: (folder) => folders[folder] ?? [],
    starts: async (path) => files.includes(path) && !broken.includes(path),
    run: async (command, args) => {
      ran.push([command, ...args].join(" "));
      const brought = brings[`${command} ${args[0]}`];
      files.push(...(brought ?? []));
      return brought !== undefined;
    },
    say: (line) => void said.push(line),
    ...rest,
  };
  return { machine, ran, said };
}

const BOTH = ["/usr/bin/chromium", "/usr/bin/firefox-esr"];

describe("where a browser is looked for", () => {
  test("a variable of ours goes before any other and before the system", async () => {
    const env = { CHROME_PATH: "/a/chrome", RUNG_CHROMIUM: "/b/chromium" };
    const { machine } = machineOf({ env, files: ["/a/chrome", "/b/chromium", ...BOTH] });
    expect(named("chromium", machine)).toEqual({ variable: "RUNG_CHROMIUM", path: "/b/chromium" });
    expect(await findBrowser("chromium", machine)).toBe("/b/chromium");
  });

  test("a variable that names nothing is an error, not a reason to take another", async () => {
    const { machine } = machineOf({ env: { RUNG_FIREFOX: "/nowhere" }, files: BOTH });
    await expect(findBrowser("firefox", machine)).rejects.toThrow("RUNG_FIREFOX names /nowhere");
  });

  test("the system's, then Playwright's newest, then Puppeteer's", () => {
    const cache = "/home/kim/.cache";
    const { machine } = machineOf({
      files: [
        "/usr/bin/chromium",
        `${cache}/ms-playwright/chromium-1200/chrome-linux/chrome`,
        `${cache}/ms-playwright/chromium-1187/chrome-linux/chrome`,
        `${cache}/puppeteer/chrome/linux-140.0.1/chrome-linux64/chrome`,
      ],
      folders: {
        [`${cache}/ms-playwright`]: ["chromium-1187", "chromium-1200", "chromium_headless_shell-1200"],
        [`${cache}/puppeteer/chrome`]: ["linux-140.0.1"],
      },
    });
    expect(places("chromium", machine)).toEqual([
      "/usr/bin/chromium",
      `${cache}/ms-playwright/chromium-1200/chrome-linux/chrome`,
      `${cache}/ms-playwright/chromium-1187/chrome-linux/chrome`,
      `${cache}/puppeteer/chrome/linux-140.0.1/chrome-linux64/chrome`,
    ]);
  });

  test("Playwright's own Firefox is never taken", () => {
    const folder = "/home/kim/.cache/ms-playwright";
    const { machine } = machineOf({
      files: [`${folder}/firefox-1500/firefox/firefox`],
      folders: { [folder]: ["firefox-1500"] },
    });
    expect(places("firefox", machine)).toEqual([]);
  });

  test("a stub that does not start is passed over", async () => {
    const files = ["/usr/bin/chromium-browser", "/snap/bin/chromium"];
    const { machine } = machineOf({ files, broken: ["/usr/bin/chromium-browser"] });
    expect(await findBrowser("chromium", machine)).toBe("/snap/bin/chromium");
  });
});

const names = (given: Given) =>
  installs(["chromium", "firefox"], machineOf(given).machine).map(({ by }) => by);

describe("how a missing browser is installed", () => {
  test("apt for root on Debian and its like, the tools' installers elsewhere", () => {
    expect(names({ family: "ubuntu debian", isRoot: true })[0]).toBe("apt");
    expect(names({ family: "debian" })).toEqual(["Playwright's installer", "Puppeteer's installer"]);
    expect(names({ family: "fedora", isRoot: true })).toEqual(names({ family: "debian" }));
    expect(names({ platform: "darwin" })).toEqual(names({ family: "debian" }));
  });

  test("nothing is run when both are there", async () => {
    const { machine, ran } = machineOf({ files: [...BOTH] });
    expect(await ensureBrowsers(undefined, machine)).toEqual({
      chromium: "/usr/bin/chromium",
      firefox: "/usr/bin/firefox-esr",
    });
    expect(ran).toEqual([]);
  });

  test("one apt run brings only what is missing, and the fonts", async () => {
    const { machine, ran } = machineOf({
      files: ["/usr/bin/chromium"],
      family: "debian",
      isRoot: true,
      brings: { "apt-get update": [], "apt-get install": ["/usr/bin/firefox-esr"] },
    });
    await ensureBrowsers(undefined, machine);
    expect(ran).toHaveLength(2);
    expect(ran[1]).toContain("--no-install-recommends firefox-esr fonts-");
    expect(ran[1]).not.toContain("chromium");
  });

  test("where apt does not succeed the tools' installers are tried", async () => {
    const chrome = "/home/kim/.cache/ms-playwright/chromium-1/chrome-linux/chrome";
    const { machine, ran } = machineOf({
      files: ["/usr/bin/firefox-esr"],
      folders: { "/home/kim/.cache/ms-playwright": ["chromium-1"] },
      family: "ubuntu debian",
      isRoot: true,
      brings: { "apt-get update": [], "npx playwright": [chrome] },
    });
    expect(await ensureBrowsers(undefined, machine)).toMatchObject({ chromium: chrome });
    expect(ran.at(-1)).toBe("npx playwright install --with-deps chromium");
  });

  test("a browser that cannot be had is named, with how to get it", async () => {
    const { machine } = machineOf({ files: ["/usr/bin/chromium"] });
    const missing = ensureBrowsers(undefined, machine);
    await expect(missing).rejects.toThrow(BrowserMissing);
    await expect(missing).rejects.toThrow(
      /^firefox is missing\. Install it .* or name an executable in RUNG_FIREFOX\.$/,
    );
  });
});
