import type { Query } from "./target.ts";

/** What was found: how many, and of the one that is meant its box, its text, and what lies over its middle. */
export interface Sight {
  count: number;
  box: { x: number; y: number; width: number; height: number } | null;
  text: string | null;
  /** What would take a click there instead; null where the element itself would. */
  coveredBy: string | null;
  attributes: Record<string, string>;
  focused: boolean;
}

/** Runs inside the page, so it stands alone: nothing from outside may be named in it. */
export function look(query: Query): Sight {
  const TAGS: Record<string, string> = {
    a: "link",
    button: "button",
    select: "combobox",
    textarea: "textbox",
    dialog: "dialog",
    nav: "navigation",
    main: "main",
    table: "table",
    tr: "row",
    td: "cell",
    th: "columnheader",
    ul: "list",
    ol: "list",
    li: "listitem",
    img: "img",
    h1: "heading",
    h2: "heading",
    h3: "heading",
    option: "option",
    progress: "progressbar",
    meter: "meter",
    output: "status",
    form: "form",
    fieldset: "group",
    summary: "button",
  };
  const INPUTS: Record<string, string> = {
    button: "button",
    submit: "button",
    checkbox: "checkbox",
    radio: "radio",
    number: "spinbutton",
    range: "slider",
    search: "searchbox",
  };
  const roleOf = (element: Element): string | null => {
    const said = element.getAttribute("role");
    if (said !== null) return said;
    if (element instanceof HTMLInputElement) return INPUTS[element.type] ?? "textbox";
    return TAGS[element.localName] ?? null;
  };
  const plain = {
    tidy: (text: string): string => text.replaceAll(/\s+/g, " ").trim(),
    seen: (element: Element): string =>
      element instanceof HTMLElement ? element.innerText : (element.textContent ?? ""),
    isShown: (element: Element): boolean =>
      element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0,
  };
  const { tidy, seen, isShown } = plain;
  const inner = (node: Node): string => {
    if (node instanceof Text) return node.data;
    if (!(node instanceof Element) || node.getAttribute("aria-hidden") === "true") return "";
    if (node instanceof HTMLImageElement) return node.alt;
    return [...node.childNodes].map(inner).join("");
  };
  const nameOf = (element: Element): string => {
    const root = element.getRootNode();
    const ids = element.getAttribute("aria-labelledby")?.split(/\s+/) ?? [];
    const named = ids.map((id) =>
      root instanceof Document || root instanceof ShadowRoot ? root.getElementById(id) : null,
    );
    if (named.some((one) => one !== null)) return tidy(named.map((one) => (one ? inner(one) : "")).join(" "));
    const label = element.getAttribute("aria-label");
    if (label !== null) return tidy(label);
    const labels = "labels" in element && element.labels instanceof NodeList ? [...element.labels] : [];
    if (labels.length > 0) return tidy(labels.map(inner).join(" "));
    const own = tidy(inner(element));
    return own || tidy(element.getAttribute("title") ?? element.getAttribute("placeholder") ?? "");
  };
  const all = (root: Document | ShadowRoot | Element, isInside: boolean): [Element, boolean][] =>
    [...root.querySelectorAll("*")].flatMap((element) => {
      const inOverlay = isInside || element.localName === "rung-overlay";
      const deeper = element.shadowRoot ? all(element.shadowRoot, inOverlay) : [];
      return [[element, inOverlay] satisfies [Element, boolean], ...deeper];
    });
  const says = (text: string): boolean => {
    if (query.text === null) return true;
    if ("exact" in query.text) return tidy(text) === tidy(query.text.exact);
    if ("contains" in query.text) return tidy(text).includes(tidy(query.text.contains));
    return new RegExp(query.text.source, query.text.flags).test(tidy(text));
  };
  const fits = (element: Element): boolean => {
    if (query.css !== null) return element.matches(query.css) && (query.text === null || says(seen(element)));
    return roleOf(element) === query.role && says(nameOf(element));
  };
  const found = all(document, false)
    .filter(([, inOverlay]) => query.in === null || (query.in === "overlay") === inOverlay)
    .map(([element]) => element)
    .filter((element) => fits(element) && isShown(element));
  const element = found[query.nth ?? 0];
  const nothing = { box: null, text: null, coveredBy: null, attributes: {}, focused: false };
  if (!element) return { count: found.length, ...nothing };
  element.scrollIntoView({ block: "nearest", inline: "nearest", behavior: "instant" });
  const { x, y, width, height } = element.getBoundingClientRect();
  const topAt = (root: Document | ShadowRoot): Element | null => {
    const hit = root.elementFromPoint(x + width / 2, y + height / 2);
    return hit?.shadowRoot && hit.shadowRoot !== root ? (topAt(hit.shadowRoot) ?? hit) : hit;
  };
  const hosts = (node: Node | null): Node[] =>
    node === null ? [] : [node, ...hosts(node.parentNode ?? (node instanceof ShadowRoot ? node.host : null))];
  const top = topAt(document);
  const isFree = hosts(top).includes(element);
  const activeIn = (root: Document | ShadowRoot): Element | null => {
    const active = root.activeElement;
    return active?.shadowRoot ? (activeIn(active.shadowRoot) ?? active) : active;
  };
  const value = "value" in element && typeof element.value === "string" ? element.value : null;
  return {
    count: found.length,
    box: { x, y, width, height },
    text: value ?? seen(element),
    coveredBy: isFree ? null : (top?.outerHTML.slice(0, 120) ?? "nothing"),
    attributes: Object.fromEntries([...element.attributes].map((one) => [one.name, one.value])),
    focused: activeIn(document) === element,
  };
}
