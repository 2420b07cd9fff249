import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { Alerts, type AlertsProps } from "#components/options/alerts.tsx";
import { draftOf, NIGHTS_AND_WEEKENDS, readDraft } from "#components/options/alerts-draft.ts";
import { AlertRules, DEFAULT_ALERTS } from "#lib/domain/alert-rules.ts";
import { button, draw, fill, press, text } from "./drawn.ts";

const shown = async () => {
  const onSave = vi.fn<AlertsProps["onSave"]>();
  await draw(<Alerts rules={DEFAULT_ALERTS} timeZone="Europe/Berlin" onSave={onSave} />);
  return onSave;
};

describe("alerts as typed", () => {
  it("are read back as they were, and keep to what may be stored", () => {
    fc.assert(
      fc.property(fc.option(fc.integer({ min: 1, max: 1_440 })), (minutesBefore) => {
        const rules = { ...DEFAULT_ALERTS, minutesBefore };
        const read = readDraft(draftOf(rules)).rules;
        expect(AlertRules.parse(read)).toEqual(rules);
      }),
    );
    const quiet = readDraft({ ...draftOf(DEFAULT_ALERTS), quiet: NIGHTS_AND_WEEKENDS }).rules?.quiet;
    expect(AlertRules.shape.quiet.parse(quiet)).toMatchObject({ fri: [["20:00", "32:00"]] });
  });

  it("say what is wrong beside the field, and are saved whole", async () => {
    const onSave = await shown();
    expect(button("Save the alerts").disabled).toBe(true);
    await fill("Before a deadline", "30 s");
    expect(text()).toContain("Whole minutes, from 1 min to 1 d.");
    await fill("Before a deadline", "10 min");
    await fill("Tuesday", "20-22, 21-23");
    expect(text()).toContain("Two windows overlap.");
    expect(button("Save the alerts").disabled).toBe(true);
    await press("Nights and weekends");
    await fill("Of whom", "mine");
    await press("Save the alerts");
    expect(onSave.mock.calls[0]?.[0]).toMatchObject({ minutesBefore: 10, whose: "mine", on: true });
  });

  it("ask for a target and a channel, or for silence", async () => {
    const nothing = { ...draftOf(DEFAULT_ALERTS), metrics: [] };
    expect(readDraft(nothing).rules).toBeNull();
    expect(readDraft({ ...nothing, on: false }).rules).toMatchObject({ on: false });
  });
});
