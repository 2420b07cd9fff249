import { CONVERSION_WINDOWS } from "#lib/domain/stage.ts";
import { DEFAULT_SETTINGS, type Settings } from "#lib/domain/settings.ts";
import { Choice } from "#components/ui/choice.tsx";
import type { Change } from "./change.ts";
import styles from "./report.module.css";
import { Section } from "./section.tsx";
import { ZoneChoice } from "./zone-choice.tsx";

const CONVERSIONS: Record<Settings["conversion"], string> = {
  purchase: "A purchase",
  booking: "A booking",
  lead: "A lead",
  case_resolved: "A case resolved",
};

const RULES: Record<Settings["rule"], string> = {
  first: "The first touch of the conversation",
  last: "The last touch of the conversation",
};

const optionsOf = <Key extends string>(names: Record<Key, string>) =>
  Object.entries<string>(names).map(([value, name]) => ({ value, name }));

const inWindow = (window: Settings["window"]): string =>
  window === "any" ? "Whenever it comes" : `Within ${window} ${window === 1 ? "day" : "days"} of the start`;

export interface ReportProps {
  settings: Settings;
  /** The zone that is used while the settings name none. */
  timeZone: string;
  onChange: Change;
}

/** How figures are made: what nobody has changed yet says that it is the default. */
export function Report({ settings, timeZone, onChange }: ReportProps) {
  const set = <Key extends keyof Settings>(words: string, key: Key, value: Settings[Key] | undefined) => {
    if (value !== undefined) onChange(words, (now) => ({ ...now, [key]: value }));
  };
  const hint = (key: keyof Settings) => (settings[key] === DEFAULT_SETTINGS[key] ? { hint: "default" } : {});
  const { conversion, rule, window } = settings;
  return (
    <Section id="report" title="Report" about="How the figures of the popup are made.">
      <div className={styles.grid}>
        <ZoneChoice
          label="Time zone of the days"
          zone={settings.timeZone ?? timeZone}
          {...(settings.timeZone === null && { hint: "default: as this browser" })}
          onZone={(zone) => set(`Days are counted in ${zone}.`, "timeZone", zone)}
        />
        <CurrencyChoice
          settings={settings}
          onCurrency={(code) => set("Saved the currency.", "currency", code)}
        />
        <Choice
          label="A conversion is"
          value={conversion}
          options={optionsOf(CONVERSIONS)}
          {...hint("conversion")}
          onChoose={(value) => set("Saved what a conversion is.", "conversion", keyOf(CONVERSIONS, value))}
        />
        <Choice
          label="An outcome counts"
          value={String(window)}
          options={CONVERSION_WINDOWS.map((one) => ({ value: String(one), name: inWindow(one) }))}
          {...hint("window")}
          onChoose={(value) =>
            set(
              "Saved the conversion window.",
              "window",
              CONVERSION_WINDOWS.find((one) => String(one) === value),
            )
          }
        />
        <Choice
          label="A conversation came from"
          value={rule}
          options={optionsOf(RULES)}
          {...hint("rule")}
          onChoose={(value) => set("Saved the attribution rule.", "rule", keyOf(RULES, value))}
        />
      </div>
    </Section>
  );
}

const keyOf = <Key extends string>(names: Record<Key, string>, text: string): Key | undefined =>
  // safe because: the keys of the record are exactly those of its type.
  (Object.keys(names) as Key[]).find((key) => key === text);

const NONE = "";

function CurrencyChoice({
  settings: { currency },
  onCurrency,
}: {
  settings: Settings;
  onCurrency: (code: string | null) => void;
}) {
  const names = new Intl.DisplayNames(undefined, { type: "currency" });
  return (
    <Choice
      label="Currency of the report"
      value={currency ?? NONE}
      {...(currency === null && { hint: "default: the spend's own" })}
      options={[
        { value: NONE, name: "That of the spend" },
        ...Intl.supportedValuesOf("currency").map((code) => ({
          value: code,
          name: `${code}, ${names.of(code)}`,
        })),
      ]}
      onChoose={(code) => onCurrency(code === NONE ? null : code)}
    />
  );
}
