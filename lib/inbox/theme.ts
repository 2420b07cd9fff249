import type { Layout } from "./layout.ts";

/** The brightness (0 to 255) of an opaque colour as the window writes it; null for none or a transparent one. */
function brightnessOf(color: string): number | null {
  const [red, green, blue, alpha = 1] = (color.match(/[\d.]+/g) ?? []).map(Number);
  if (!color.startsWith("rgb") || red === undefined || green === undefined || blue === undefined) return null;
  return alpha < 0.5 ? null : 0.299 * red + 0.587 * green + 0.114 * blue;
}

/** Light or dark, as the first background says from an element outwards; light where none does. */
export function themeOf(element: Element, layout: Layout): "light" | "dark" {
  for (let at: Element | null = element; at !== null; at = at.parentElement) {
    const brightness = brightnessOf(layout.style(at).backgroundColor);
    if (brightness !== null) return brightness < 128 ? "dark" : "light";
  }
  return "light";
}
