import { describe, expect, it, vi } from "vitest";
import { EditableList } from "#components/options/editable-list.tsx";
import { Outcomes } from "#components/options/outcomes.tsx";
import { type PairActions, PairForm } from "#components/options/pair-form.tsx";
import { Privacy, type PrivacyProps } from "#components/options/privacy.tsx";
import { Spend, type SpendActions, type SpendProps } from "#components/options/spend.tsx";
import { act } from "react";
import { neededFor } from "#lib/domain/checklist.ts";
import { reasonName } from "#lib/domain/outcome.ts";
import { DEFAULT_SETTINGS, Settings } from "#lib/domain/settings.ts";
import { button, draw, fill, press, text } from "./drawn.ts";

const OFFER = {
  workspace: { name: "Sample Shop" },
  member: { name: "Kim", role: "rep" },
  pages: [{ asset: "1001", name: "Shop", counted: true }],
  uploads: 12,
  spendHere: ["Main"],
  elsewhere: [],
};

describe("pairing", () => {
  it("shows server, workspace, Pages and uploads before it pairs", async () => {
    const onLook = vi.fn<PairActions["onLook"]>(async () => OFFER);
    const onPair = vi.fn<PairActions["onPair"]>(async () => null);
    await draw(<PairForm deviceName="Chrome on Linux" onLook={onLook} onPair={onPair} />);
    await fill("Address of the server", "https://team.example");
    await fill("Pairing code", "AB12-CDEFG-HJKMN");
    await press("See what it pairs with");
    expect(onPair).not.toHaveBeenCalled();
    expect(text()).toMatch(
      /Sample Shop, as Kim \(rep\).*team\.example.*It counts Shop\.12 entries.*The spend of Main stays in this browser/,
    );
    await press("Pair with Sample Shop");
    expect(onPair).toHaveBeenCalledWith({
      server: "https://team.example",
      code: "AB12-CDEFG-HJKMN",
      deviceName: "Chrome on Linux",
    });
  });

  it("puts what is wrong beside the field that it is about", async () => {
    const sentence = "This is no address of a server.";
    const onLook: PairActions["onLook"] = async () => ({ sentence, fields: { server: sentence } });
    await draw(<PairForm deviceName="Chrome" onLook={onLook} onPair={async () => null} />);
    await fill("Address of the server", "?");
    await fill("Pairing code", "x");
    await press("See what it pairs with");
    const field = document.querySelector("[aria-invalid=true]");
    expect(document.getElementById(field?.getAttribute("aria-describedby") ?? "")?.textContent).toBe(
      sentence,
    );
  });
});

const SUMMARY = {
  currency: "USD",
  level: "campaign",
  from: "2026-11-01",
  to: "2026-11-02",
  rows: 2,
  totalMinor: 1_550,
  reconciles: true,
  warnings: ["Two rows have no campaign."],
};
const MAIN = { id: "a", name: "Main", timeZone: "UTC", currency: "USD" };

async function spend(actions: Partial<SpendActions>, props: Partial<SpendProps> = {}) {
  const onImport = vi.fn<SpendActions["onImport"]>(async () => ({
    summary: SUMMARY,
    account: MAIN,
    replaced: [{ from: "2026-11-01", to: "2026-11-02", rows: 4, amountMinor: 100 }],
    unchanged: false,
  }));
  await draw(
    <Spend
      accounts={[]}
      held={[]}
      workspace={null}
      timeZone="UTC"
      mayImport
      onCheck={async () => SUMMARY}
      onImport={onImport}
      {...actions}
      {...props}
    />,
  );
  const input = document.querySelector<HTMLInputElement>("input[type=file]");
  if (input) {
    Object.defineProperty(input, "files", { value: [new File(["x"], "november.csv")] });
    await act(async () => input.dispatchEvent(new Event("change", { bubbles: true })));
  }
  return onImport;
}

describe("spend", () => {
  it("shows what a file says, asks once whose it is, and says what was replaced", async () => {
    const onImport = await spend({});
    expect(text()).toMatch(/november\.csv.*2026-11-01 to 2026-11-02.*2, by campaign.*\$15\.50.*add up/);
    expect(text()).toContain("Two rows have no campaign.");
    expect(button("Import").disabled).toBe(true);
    await fill("Name of the ad account", "Main");
    await press("Import");
    expect(onImport).toHaveBeenCalledWith({ name: "Main", timeZone: "UTC" });
    expect(text()).toContain("2 rows imported for Main.Replaced 4 rows held for 2026-11-01 to 2026-11-02.");
  });

  it("does not ask again for an account that it knows", async () => {
    const onImport = await spend({}, { accounts: [MAIN] });
    expect(text()).not.toContain("Name of the ad account");
    await press("Import");
    expect(onImport).toHaveBeenCalledWith({ name: "Main", timeZone: "UTC" });
  });

  it("names every row of a refused file with its reason", async () => {
    const fields = { "problems.0": "row 2: “12x” is no number.", "problems.1": "row 3: no date." };
    await spend({ onCheck: async () => ({ sentence: "Refused.", fields }) });
    expect(text()).toContain("november.csv was not imported; nothing was changed.");
    expect([...document.querySelectorAll("[role=alert] li")].map((one) => one.textContent)).toEqual(
      Object.values(fields),
    );
  });

  it("is for managers of a team", async () => {
    await spend({}, { workspace: "Sample Shop", mayImport: false });
    expect(text()).toContain("A manager of your team imports what the ads cost.");
    expect(document.querySelector("input[type=file]")).toBeNull();
  });
});

describe("lists", () => {
  it("adds a word once, and takes any away", async () => {
    const [onAdd, onRemove] = [vi.fn<(item: string) => void>(), vi.fn<(item: string) => void>()];
    const items = ["no_budget", "Moved away"];
    const list = {
      title: "Reasons",
      hint: "",
      one: "reason",
      most: 50,
      maxLength: 100,
      items,
      onAdd,
      onRemove,
    };
    await draw(<EditableList {...list} />);
    await fill("New reason", "moved AWAY");
    expect(text()).toContain("This reason is there already.");
    expect(button("Add").disabled).toBe(true);
    await fill("New reason", " Too far ");
    await press("Add");
    await press("Remove no_budget");
    expect(onAdd.mock.calls).toEqual([["Too far"]]);
    expect(onRemove.mock.calls).toEqual([["no_budget"]]);
  });
});

/** The options with settings that change as they would be saved. */
async function outcomes() {
  const words: string[] = [];
  let settings = DEFAULT_SETTINGS;
  const show = (): Promise<void> =>
    draw(
      <Outcomes
        settings={settings}
        onChange={(said, edit) => {
          words.push(said);
          settings = Settings.parse(edit(settings));
        }}
      />,
    );
  await show();
  return { words, show, now: () => settings };
}

/** Ticks a point of what must be known for a kind of handoff. */
const tick = (kind: string, point: string) => {
  const kinds = [...document.querySelectorAll("fieldset")];
  const list = kinds.find((one) => one.querySelector("legend")?.textContent === kind);
  const label = [...(list?.querySelectorAll("label") ?? [])].find((one) => one.textContent === point);
  return act(async () => document.getElementById(label?.htmlFor ?? "")?.click());
};

describe("outcomes", () => {
  it("are called otherwise and keep their ids: what was tagged before keeps its meaning", async () => {
    const { words, show, now } = await outcomes();
    await press("Rename No budget");
    await fill("New name of No budget", "spam");
    expect(text()).toContain("This reason is there already.");
    await fill("New name of No budget", "Too expensive");
    await press("Save");
    await show();
    expect(now().reasons).toEqual(DEFAULT_SETTINGS.reasons);
    expect(reasonName("no_budget", now().reasonNames ?? {})).toBe("Too expensive");
    expect(button("Rename Too expensive")).toBe(document.activeElement);
    await press("Rename Need");
    await fill("New name of Need", "A real need");
    await press("Save");
    await show();
    expect(now().checklist).toMatchObject({ version: 1, names: { Need: "A real need" } });
    expect(words).toEqual([
      "“No budget” is called “Too expensive” now, in what was tagged before too.",
      "“Need” is called “A real need” now, in what was tagged before too.",
    ]);
  });

  it("are put in another order by buttons, which keep the focus", async () => {
    const { show, now } = await outcomes();
    button("Move Budget up").focus();
    await press("Move Budget up");
    await show();
    expect(button("Move Budget up")).toBe(document.activeElement);
    await press("Move Budget up");
    await show();
    expect(now().checklist).toMatchObject({
      version: 1,
      criteria: ["Budget", "Need", "Urgency", "Fit", "Authority"],
    });
    expect(button("Move Budget up").disabled).toBe(true);
    expect(button("Move Budget down")).toBe(document.activeElement);
    await press("Remove Fit");
    expect(now().checklist.version).toBe(2);
  });

  it("say what must be known before a handoff, each kind for itself, and what goes is needed no more", async () => {
    const { words, show, now } = await outcomes();
    await tick("To booking", "Urgency");
    await show();
    await tick("To booking", "Need");
    await show();
    await tick("To quote", "Budget");
    expect(now().checklist).toMatchObject({
      version: 1,
      needed: { booking: ["Need", "Urgency"], quote: ["Budget"] },
    });
    expect(words.at(-1)).toBe("Saved what quote must know.");
    await show();
    await press("Remove Urgency");
    expect(neededFor(now().checklist, "booking")).toEqual(["Need"]);
    expect(neededFor(now().checklist, "sales")).toEqual([]);
  });
});

describe("privacy", () => {
  const rest = {
    exporting: null,
    probe: true,
    onProbe: () => {},
    onExport: () => {},
    onErase: () => {},
    onErasePerson: () => Promise.resolve(0),
  };

  it("asks once more before it erases, and says what would be lost", async () => {
    const onErase = vi.fn<PrivacyProps["onErase"]>();
    const held = [{ table: "events", rows: 12, bytes: 5_000 }];
    await draw(<Privacy held={held} waiting={3} {...rest} onErase={onErase} />);
    await press("Erase everything");
    expect(onErase).not.toHaveBeenCalled();
    expect(text()).toContain("3 entries that no server has are lost.");
    await press("Keep it as it is");
    await press("Erase everything");
    await press("Erase everything");
    expect(onErase).toHaveBeenCalledExactlyOnceWith("everything");
  });

  it("forgets one customer here, once more asked, and says what it found", async () => {
    const onErasePerson = vi.fn<PrivacyProps["onErasePerson"]>(async () => 2);
    await draw(<Privacy held={[]} waiting={0} {...rest} onErasePerson={onErasePerson} />);
    expect(button("Erase here").disabled).toBe(true);
    await fill("Id of their conversation", "not an id");
    expect(button("Erase here").disabled).toBe(true);
    await fill("Id of their conversation", " 7001 ");
    await press("Erase here");
    expect(onErasePerson).not.toHaveBeenCalled();
    await press("Erase here");
    expect(onErasePerson).toHaveBeenCalledExactlyOnceWith("7001");
    expect(text()).toContain("Forgotten here: 2 conversation threads.");
  });
});
