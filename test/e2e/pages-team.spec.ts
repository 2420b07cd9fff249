import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { ROOT } from "#test/support/paths.ts";
import { startServerProcess } from "#test/support/server-process.ts";
import { expect, test } from "./fixtures.ts";
import { button, openOther, status } from "./overlay.ts";
import { openAndCount, pairWith } from "./pages.ts";

const run = promisify(execFile);

/** A server in a process of its own, its command line, and its way back after a kill on the same port. */
async function team() {
  const folder = await mkdtemp(join(tmpdir(), "rung-team-"));
  const environment = { RUNG_DATA: folder, RUNG_TIME_ZONE: "UTC", RUNG_WORKSPACE: "Sample Shop" };
  let server = await startServerProcess(environment);
  const { url } = server;
  const rung = async (...asked: string[]) => {
    const env = { ...process.env, ...environment };
    const { stdout } = await run(process.execPath, [join(ROOT, "server/cli.ts"), ...asked, "--json"], {
      env,
    });
    return JSON.parse(stdout);
  };
  const today = new Date().toISOString().slice(0, 10);
  return {
    url,
    code: async (): Promise<string> => (await rung("pair", "--name", "Kim", "--role", "admin")).code,
    scorecard: () => rung("scorecard", "--from", today, "--to", today),
    kill: () => server.end("SIGKILL"),
    comeBack: async () => {
      server = await startServerProcess({ ...environment, RUNG_PORT: new URL(url).port });
    },
    [Symbol.asyncDispose]: async () => {
      await server.end("SIGTERM");
      await rm(folder, { recursive: true, force: true });
    },
  };
}

test("tags reach the team through a server that dies and a background that is killed, each of them once", async ({
  rung,
}) => {
  test.setTimeout(120_000);
  await using server = await team();
  const options = await rung.openExtension("options.html");
  await pairWith(options, server.url, await server.code());

  const inbox = await openAndCount(rung);
  await inbox.click(button("Qualified"));
  await inbox.waitFor(status(/Qualified by .*synced/));

  await server.kill();
  await openOther(inbox);
  await inbox.click(button("Sales-ready"));
  await inbox.waitFor(status(/Sales-ready by/));
  await rung.killBackground();
  const away = await rung.openExtension("popup.html");
  await away.waitFor({ css: "footer", text: /Offline since .*waits? to be sent/ });

  await rung.killBackground();
  await server.comeBack();
  await away.click({ role: "button", name: "Try again" });
  await away.waitFor({ css: "footer", text: /Up to date/ }, { within: 20_000 });
  await inbox.waitFor(status(/Sales-ready by .*synced/));
  const { total } = await server.scorecard();
  expect(total.tally.taggedOfAll).toBe(2);
});

test("unpaired here, the next tags stay in this browser, and none is lost", async ({ rung }) => {
  await using server = await team();
  const options = await rung.openExtension("options.html");
  await pairWith(options, server.url, await server.code());
  await options.click({ role: "button", name: "Unpair" });
  await options.click({ role: "button", name: "Unpair" });
  await options.waitFor({ role: "textbox", name: "Pairing code" });
  const inbox = await openAndCount(rung);
  await inbox.click(button("Qualified"));
  await inbox.waitFor(status(/kept in this browser/));
});
