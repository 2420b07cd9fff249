import { act, type ReactNode } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, vi } from "vitest";

vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);

let root: Root | null = null;
afterEach(async () => {
  await act(() => root?.unmount());
  root = null;
  document.body.replaceChildren();
});

/** Draws something into the document, as a page would; a second drawing takes the place of the first. */
export async function draw(what: ReactNode): Promise<void> {
  if (!root) {
    const place = document.createElement("div");
    document.body.append(place);
    root = createRoot(place);
  }
  await act(() => root?.render(what));
}

/** All text of the page, as it is read out: spaces folded. */
export const text = (): string => (document.body.textContent ?? "").replaceAll(/\s+/g, " ").trim();

/** The only button of these words (or this label). */
export function button(words: string): HTMLButtonElement {
  const found = [...document.querySelectorAll("button")].filter(
    (one) => (one.getAttribute("aria-label") ?? one.textContent) === words,
  );
  const [one] = found;
  if (!one || found.length > 1) throw new Error(`${found.length} buttons say “${words}”`);
  return one;
}

export const press = (words: string) => act(async () => button(words).click());

/** Types into the field of a label, as a person's keys do for React. */
export async function fill(label: string, value: string): Promise<void> {
  const of = [...document.querySelectorAll("label")].find((one) => one.textContent === label)?.htmlFor;
  const field = document.getElementById(of ?? "") ?? document.querySelector(`[aria-label="${label}"]`);
  if (
    !(
      field instanceof HTMLInputElement ||
      field instanceof HTMLTextAreaElement ||
      field instanceof HTMLSelectElement
    )
  )
    throw new Error(`no field is labelled “${label}”`);
  const setter = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value")?.set;
  await act(async () => {
    setter?.call(field, value);
    field.dispatchEvent(
      new Event(field instanceof HTMLSelectElement ? "change" : "input", { bubbles: true }),
    );
  });
}
