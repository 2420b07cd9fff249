import barCss from "#components/bar/bar.css?inline";
import panelCss from "#components/bar/panel.css?inline";
import rowsCss from "#components/rows/rows.css?inline";
import themeCss from "#components/theme.css?inline";
import { features } from "#lib/features/registry.ts";
import { HOST_NAME } from "#lib/overlay/guard.ts";
import { startOverlay } from "#lib/overlay/start.tsx";
import { createBackground } from "#test/overlay/background.ts";
import { customerWrote, GABE, NORA, open, reading, row, unsure } from "#test/overlay/readings.ts";

import.meta.glob("#lib/features/*.{ts,tsx}", { eager: true });

const query = new URLSearchParams(location.search);
const has = (name: string) => query.has(name);
document.body.dataset["theme"] = query.get("theme") ?? "light";
document.body.dir = query.get("dir") ?? "ltr";
document.body.style.setProperty("--pane", `${query.get("pane") ?? 560}px`);

const find = (selector: string): HTMLElement => {
  const element = document.querySelector<HTMLElement>(selector);
  if (!element) throw new Error(`The harness has no ${selector}.`);
  return element;
};
const list = find(".list");
const rows = [NORA, GABE, null, null, null, null, null, null, null, null].map((thread) => {
  const element = document.createElement("div");
  element.className = "row";
  element.textContent = thread === NORA ? "Nora Lind" : "Somebody";
  list.append(element);
  return row(element, thread);
});
find(".messages").append(
  ...Array.from({ length: 30 }, (_, index) =>
    Object.assign(document.createElement("p"), { textContent: `Message ${index}` }),
  ),
);
find(".messages").scrollTop = 9_999;

const host = document.createElement(HOST_NAME);
const root = host.attachShadow({ mode: "open" });
const container = document.createElement("div");
root.append(
  Object.assign(document.createElement("style"), {
    textContent: [":host{all:initial !important}", themeCss, barCss, panelCss, rowsCss].join("\n"),
  }),
  container,
);
document.body.append(host);

const background = createBackground({
  page: has("unknown") ? "unknown" : "counted",
  ...(has("offline") && {
    link: {
      state: "offline",
      server: "https://rung.example",
      workspace: "Sample Shop",
      role: "rep",
      pending: 3,
      since: Date.now() - 600_000,
      problem: "The server did not answer.",
    },
  }),
});
const overlay = startOverlay({
  window,
  host,
  root,
  container,
  signal: new AbortController().signal,
  now: Date.now,
  random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
  send: background.send,
  isAlive: () => true,
  listen: () => undefined,
  features: features.all(),
  attach: () => ({
    look: () => null,
    async insert(text) {
      find(".box").append(text);
      return { inserted: true, because: "verified" };
    },
  }),
});
const opened = has("unsure")
  ? unsure(NORA, "Gabe")
  : open(NORA, { messages: [customerWrote("m1", Date.now() - 760_000)] });
overlay.read(
  reading(has("closed") ? null : opened, {
    rows,
    theme: query.get("theme") === "dark" ? "dark" : "light",
    dir: query.get("dir") === "rtl" ? "rtl" : "ltr",
    place: { composer: find(".box"), list, pane: find(".pane") },
  }),
);
Object.assign(globalThis, { overlay, background });
