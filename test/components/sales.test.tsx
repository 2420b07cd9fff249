import { act } from "react";
import { describe, expect, it, vi } from "vitest";
import type { SalesShown } from "#components/options/sales-check.tsx";
import { Sales, type SalesActions, type SalesProps } from "#components/options/sales.tsx";
import { button, draw, press, text } from "./drawn.ts";

const SHOWN: SalesShown = {
  summary: {
    rows: 4,
    from: "2026-11-16",
    to: "2026-11-17",
    totals: [
      { currency: "USD", rows: 3, amountMinor: 18_500 },
      { currency: "JPY", rows: 1, amountMinor: 500 },
    ],
  },
  recorded: 1,
  corrected: 1,
  unchanged: 0,
  inChat: 1,
  unmatched: [
    {
      row: 5,
      ref: "A-9",
      thread: null,
      day: "2026-11-17",
      amountMinor: 500,
      currency: "JPY",
      reason: "No conversation of a counted Page has the reference A-9.",
    },
  ],
};

async function sales(actions: Partial<SalesActions> = {}, props: Partial<SalesProps> = {}) {
  const onImport = vi.fn<SalesActions["onImport"]>(async () => SHOWN);
  const given = { onCheck: async () => SHOWN, onImport, ...actions };
  await draw(<Sales workspace={null} mayImport {...given} {...props} />);
  return onImport;
}

async function choose(): Promise<void> {
  const input = document.querySelector<HTMLInputElement>("input[type=file]");
  Object.defineProperty(input, "files", { value: [new File(["x"], "shop.csv")], configurable: true });
  await act(async () => input?.dispatchEvent(new Event("change", { bubbles: true })));
}

describe("sales", () => {
  it("says before a file is chosen what it must hold, and where it goes", async () => {
    await sales();
    expect(text()).toMatch(/It stays in this browser\..*ref or thread \(or both\), date, amount, currency/);
    await sales({}, { workspace: "Sample Shop" });
    expect(text()).toContain("It goes to Sample Shop.");
  });

  it("shows what a file adds, and the unmatched row with its reason, before it is imported", async () => {
    const onImport = await sales();
    await choose();
    expect(text()).toMatch(/2026-11-16 to 2026-11-17.*Rows4.*\$185\.00, ¥500.*New1 sale/);
    expect(text()).toContain("1 sale without an amount gets its amount.1 sale recorded in the chat already.");
    expect(document.querySelector("tbody tr")?.textContent).toBe(
      "5A-9 2026-11-17¥500No conversation of a counted Page has the reference A-9.",
    );
    expect(onImport).not.toHaveBeenCalled();
    await press("Import 2 sales");
    expect(onImport).toHaveBeenCalledOnce();
    expect(text()).toContain("1 sale recorded from shop.csv.");
    expect(text()).toContain("1 row is not matched, and not recorded");
  });

  it("offers no import where nothing is new", async () => {
    const known = { ...SHOWN, recorded: 0, corrected: 0, unchanged: 3, unmatched: [] };
    await sales({ onCheck: async () => known });
    await choose();
    expect(text()).toMatch(/New0 sales.*3 sales imported before\./);
    expect(document.querySelectorAll("button")).toHaveLength(1);
    await press("Close");
    expect(text()).not.toContain("shop.csv");
  });

  it("says what is going on, and takes no second file meanwhile", async () => {
    const { promise, resolve } = Promise.withResolvers<SalesShown>();
    await sales({ onCheck: () => promise });
    await choose();
    expect(document.querySelector("progress")?.getAttribute("aria-label")).toBe("Checking shop.csv…");
    expect(document.querySelector<HTMLInputElement>("input[type=file]")?.disabled).toBe(true);
    await act(async () => resolve(SHOWN));
    expect(document.querySelector("progress")).toBeNull();
    expect(button("Import 2 sales").disabled).toBe(false);
  });

  it("names every cell of a refused file, and a server that is away", async () => {
    const fields = { "problems.0": "row 2, column “amount”: “lots” is no amount." };
    await sales({ onCheck: async () => ({ sentence: "Refused.", fields }) });
    await choose();
    expect(document.querySelector("[role=alert]")?.textContent).toBe(
      `shop.csv was not imported; nothing was changed.${fields["problems.0"]}`,
    );
    await sales({ onCheck: async () => ({ sentence: "The server could not be reached.", fields: {} }) });
    await choose();
    expect(text()).toContain("The server could not be reached.");
  });

  it("is for managers of a team", async () => {
    await sales({}, { workspace: "Sample Shop", mayImport: false });
    expect(text()).toContain("A manager of your team imports sales.");
    expect(document.querySelector("input[type=file]")).toBeNull();
  });
});
