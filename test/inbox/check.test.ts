import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fixture } from "./fixtures.ts";

let folder = "";
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), "rung-check-"))));
afterAll(() => rmSync(folder, { recursive: true }));

interface Ran {
  code: number;
  out: string;
  error: string;
}

/** Runs the command in a folder that holds `page.html` with this content. */
function check(html: string | null, ...args: string[]): Promise<Ran> {
  if (html !== null) writeFileSync(join(folder, "page.html"), html);
  const env = { ...process.env, INIT_CWD: folder, TZ: "UTC" };
  return new Promise((resolve) => {
    execFile(process.execPath, [`${import.meta.dirname}/check.ts`, ...args], { env }, (failure, out, error) =>
      resolve({ code: failure === null ? 0 : Number(failure.code), out, error }),
    );
  });
}

describe("inbox:check", { timeout: 60_000 }, () => {
  it("prints what the adapter sees, and nothing else", async () => {
    const { html, url, report } = fixture("surface-en-request");
    const { code, out, error } = await check(html, "page.html", "--url", url);
    expect([code, error]).toEqual([0, ""]);
    expect(JSON.parse(out)).toEqual(report);
    expect(Object.keys(JSON.parse(out))).toEqual(
      "channel thread identity customer ad rows messages composer health".split(" "),
    );
  });

  it("takes the address from a page that says where it was saved, else from its selected tab", async () => {
    const { html, url, report } = fixture("surface-en-request");
    const saved = await check(`<!-- saved from url=(0${url.length})${url} -->${html}`, "page.html");
    expect(JSON.parse(saved.out)).toEqual(report);
    const { out } = await check(html, "page.html");
    expect(JSON.parse(out)).toMatchObject({
      thread: report.thread,
      identity: { certain: false, sources: ["tab"] },
      customer: report.customer,
    });
  });

  it.each([
    ["an empty file", ""],
    [
      "markup that never ends",
      '<div role="region"><table><tr><a href="/latest/inbox/all?selected_item_id=%E0',
    ],
    [
      "bytes that are no text",
      String.fromCharCode(...Array.from({ length: 5_000 }, (_, at) => (at * 7919) % 65_536)),
    ],
    ["an address that is none", "<!-- saved from url=(0009)https://[ --><p>hello</p>"],
  ])("sees no conversation in %s", async (_, html) => {
    const { code, out, error } = await check(html, "page.html");
    expect([code, error]).toEqual([0, ""]);
    expect(JSON.parse(out)).toMatchObject({ thread: null, customer: null, messages: [], composer: "none" });
  });

  it("says in a sentence what it cannot do", async () => {
    const ran = await Promise.all([
      check(null, "missing.html"),
      check(null, "."),
      check(null),
      check(null, "page.html", "--url", "nowhere"),
      check(null, "page.html", "--colour"),
    ]);
    expect(ran.map(({ code, out }) => [code, out])).toEqual([1, 1, 2, 2, 2].map((code) => [code, ""]));
    const [missing, directory, none, address, option] = ran.map(({ error }) => error);
    expect(missing).toBe(`There is no such file: ${join(folder, "missing.html")}\n`);
    expect(directory).toBe(`This is a folder, not a file: ${folder}\n`);
    expect(none).toMatch(/^Usage: /);
    expect(address).toMatch(/^"nowhere" is no address/);
    expect(option).toMatch(/--colour[^]*Usage: /);
  });
});
