import { describe, expect, it, vi } from "vitest";
import type { Change } from "#components/options/change.ts";
import { Suggestions } from "#components/options/suggestions.tsx";
import { DEFAULT_SETTINGS, type Settings } from "#lib/domain/settings.ts";
import { button, draw, fill, press, text } from "./drawn.ts";

const SETTINGS: Settings = {
  ...DEFAULT_SETTINGS,
  keywords: [{ word: "refund", suggests: { kind: "handoff", to: null } }],
};

async function drawn() {
  const onChange = vi.fn<Change>();
  await draw(<Suggestions settings={SETTINGS} sources={[]} onChange={onChange} />);
  return () => {
    const [words, edit] = onChange.mock.calls.at(-1) ?? [];
    return [words, edit?.(SETTINGS).keywords];
  };
}

describe("the team's words", () => {
  it("are added several at once, and each once, whatever its case or accents", async () => {
    const last = await drawn();
    expect(button("Add").disabled).toBe(true);
    await fill("Words to listen for", "price, Réfund");
    expect(text()).toContain("“Réfund” is there already.");
    expect(button("Add").disabled).toBe(true);
    await fill("Words to listen for", "price, PRICE; how  much");
    await fill("Suggest", "quote");
    await press("Add");
    expect(last()).toEqual([
      "Added “PRICE”, “how much”.",
      [
        ...SETTINGS.keywords,
        { word: "PRICE", suggests: { kind: "handoff", to: "quote" } },
        { word: "how much", suggests: { kind: "handoff", to: "quote" } },
      ],
    ]);
  });

  it("may say where a conversation came from", async () => {
    const last = await drawn();
    await fill("Words to listen for", "ANNA10");
    await fill("Suggest", "source");
    expect(button("Add").disabled).toBe(true);
    await fill("Its name", " Anna ");
    await press("Add");
    expect(last()[1]?.at(-1)).toEqual({
      word: "ANNA10",
      suggests: { kind: "source", source: { kind: "creator", creator: "Anna" } },
    });
  });

  it("are removed, and tried on a message that is kept nowhere", async () => {
    const last = await drawn();
    await fill("A customer writes", "REFUND, please");
    expect(text()).toContain("“refund”: hand off");
    await fill("A customer writes", "refunding");
    expect(text()).toContain("Nothing is suggested.");
    await press("Remove refund");
    expect(last()).toEqual(["Removed “refund”.", []]);
  });
});
