import { afterEach, describe, expect, it } from "vitest";
import type { AnchorName, AnchorPack, Alternative } from "#lib/domain/anchor-pack.ts";
import { JSDOM } from "jsdom";
import { createFinder } from "#lib/inbox/finder.ts";
import { locate } from "#lib/inbox/locate.ts";
import { readLocation } from "#lib/inbox/location.ts";
import { createPackChoice } from "#lib/inbox/pack-choice.ts";
import { ANCHOR_PACK } from "#lib/inbox/anchors-pack.ts";
import { fixture, fixtures } from "./fixtures.ts";
import { type LiveOptions, type LivePage, watchFixture } from "./live-page.ts";

const open: LivePage[] = [];
afterEach(() => {
  for (const page of open.splice(0)) page.stop();
});

function live(name: string, options: LiveOptions): LivePage {
  const page = watchFixture(fixture(name), options);
  open.push(page);
  return page;
}

/** The pack of the build with other ways to some of the things. */
const packWith = (ways: Partial<Record<AnchorName, readonly Alternative[]>>): AnchorPack => ({
  version: 1,
  revision: "team-1",
  anchors: { ...ANCHOR_PACK.anchors, ...ways },
});
const by = (attribute: string, holds: string): Alternative[] => [
  { id: `team.${holds}`, path: [{ attributes: { [attribute]: { holds } } }] },
];
const PAGE = "surface-en-messenger";
const nobody: LiveOptions = { anchors: () => null };
/** A new build of the page, which names its header in a way that this build of ours does not know. */
const renamed: LiveOptions = {
  prepare: ({ document }) => {
    const header = document.querySelector("[data-surface*=detail_view_header]");
    header?.setAttribute("data-surface", "/new/top_of_conversation");
    header?.parentElement?.append(header);
  },
};
const said = ({ readings }: LivePage) => {
  const last = readings.at(-1);
  return { name: last?.open?.identity.name ?? null, health: last?.health };
};

describe("a team's pack", () => {
  it("is looked by while it finds what the build's finds not, and no longer once it is taken back", () => {
    const without = live(PAGE, { ...renamed, ...nobody });
    expect(said(without).name).toBeNull();
    let pack: AnchorPack | null = packWith({ header: by("data-surface", "top_of_conversation") });
    const page = live(PAGE, { ...renamed, anchors: () => pack });
    expect(said(page)).toMatchObject({ name: fixture(PAGE).report.customer, health: { header: "found" } });
    expect(page.watch.pack()).toEqual({ revision: "team-1", isTeams: true });
    pack = null;
    page.pass(1_000);
    expect(said(page)).toEqual(said(without));
    expect(page.watch.pack()).toEqual({ revision: ANCHOR_PACK.revision, isTeams: false });
  });

  it("that finds less than the build's is not looked by", () => {
    const lost = by("data-surface", "nowhere_at_all");
    const pack = packWith({
      header: lost,
      region: lost,
      message: lost,
      composer: lost,
      list: lost,
      row: lost,
    });
    const page = live(PAGE, { anchors: () => pack });
    expect(said(page)).toEqual(said(live(PAGE, nobody)));
    expect(page.watch.pack()?.isTeams).toBe(false);
  });

  it("that was good is left once the page shows a part that only the build's finds", () => {
    const pack = packWith({ composer: by("data-surface", "new_composer") });
    const hidden: LiveOptions = {
      prepare: ({ document }) => {
        for (const field of document.querySelectorAll("[role=textbox],textarea")) field.remove();
      },
    };
    const page = live(PAGE, { ...hidden, anchors: () => pack });
    const { composer } = fixture(PAGE).report;
    const pane = page.window.document.querySelector("[role=region]")?.parentElement;
    const field = page.window.document.createElement("div");
    for (const [name, value] of Object.entries({ role: "textbox", contenteditable: "true" }))
      field.setAttribute(name, value);
    field.setAttribute("data-lexical-editor", "true");
    pane?.append(field);
    page.pass(61_000);
    expect(page.readings.at(-1)?.open?.composer).toBe(composer);
  });

  it.each(fixtures.filter(({ report }) => report.messages.length > 0).map(({ name }) => name))(
    "never makes a name of what somebody wrote: %s",
    (name) => {
      const { html, url } = fixture(name);
      const { document } = new JSDOM(html, { url }).window;
      const written: Alternative[] = [
        { id: "team.message", path: [{ attributes: { "data-message-id": true } }] },
        { id: "team.inside", path: [{ role: "region" }, { tag: "div" }] },
        { id: "team.around", path: [{ tag: "div" }], has: { attributes: { "data-message-id": true } } },
      ];
      const also = (anchor: AnchorName) => [...ANCHOR_PACK.anchors[anchor], ...written];
      const pack = packWith({ header: also("header"), row: also("row"), title: also("title") });
      const choose = createPackChoice({ document, builtIn: ANCHOR_PACK, team: () => pack });
      const finder = choose(0, readLocation(url), null);
      const { region } = locate(document.body, createFinder(ANCHOR_PACK));
      for (const anchor of ["header", "row", "title"] as const) {
        const named = finder.union(anchor, document.body);
        expect(named.filter((one) => region?.contains(one) || one.contains(region))).toEqual([]);
      }
      // It is the team's pack that was asked, not the build's.
      expect(finder.counts(document)).toHaveProperty(["team.message"]);
    },
  );
});
