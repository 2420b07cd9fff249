import { readdirSync, readFileSync } from "node:fs";
import type { CheckReport } from "./check-report.ts";
import { readSaved, type SavedPage } from "./saved-page.ts";

const FOLDER = `${import.meta.dirname}/fixtures/`;

/** A page written from the facts, and what the adapter is to see in it. */
export interface Fixture {
  name: string;
  html: string;
  about: string;
  url: string;
  /** Epoch seconds at which the page was "saved"; its written times are in UTC. */
  now: number;
  report: CheckReport;
  /** How many elements each alternative of the anchors names; those that name none are left out. */
  anchors: Record<string, number>;
}

// safe because: both files of a fixture are our own.
const parse = (text: string) => JSON.parse(text) as Omit<Fixture, "name" | "html">;

export const fixtures: Fixture[] = readdirSync(FOLDER).map((name) => ({
  name,
  html: readFileSync(`${FOLDER}${name}/page.html`, "utf8"),
  ...parse(readFileSync(`${FOLDER}${name}/expected.json`, "utf8")),
}));

export function fixture(name: string): Fixture {
  const found = fixtures.find((one) => one.name === name);
  if (!found) throw new Error(`There is no fixture ${name}.`);
  return found;
}

export const readFixture = ({ html, url, now }: Fixture): SavedPage => readSaved(html, url, now * 1000);
