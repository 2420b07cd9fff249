import { useState } from "react";
import type { Hours } from "#lib/domain/calendar-hours.ts";
import { Button } from "#components/ui/button.tsx";
import { Choice } from "#components/ui/choice.tsx";
import { Field } from "#components/ui/field.tsx";
import { type DateRule, dateRulesOf, dateRuleWords, KIND_NAMES } from "./date-rule.ts";
import styles from "./date-rules.module.css";
import { parseWindows } from "./windows-text.ts";

export interface DateRulesProps {
  hours: Hours;
  onAdd: (rule: DateRule, words: string) => void;
  onRemove: (rule: DateRule, words: string) => void;
}

const KINDS = (["holiday", "shift", "break"] as const).map((value) => ({ value, name: KIND_NAMES[value] }));

/** Holidays, other hours and breaks of single dates. */
export function DateRules({ hours, onAdd, onRemove }: DateRulesProps) {
  const rules = dateRulesOf(hours);
  return (
    <div className={styles.dates}>
      <h3>Holidays and single dates</h3>
      <ul>
        {rules.map((rule) => (
          <li key={`${rule.kind} ${rule.day}`}>
            <b>{longDay(rule.day)}</b>
            <span>{dateRuleWords(rule)}</span>
            <Button
              look="quiet"
              label={`Remove ${longDay(rule.day)}, ${dateRuleWords(rule)}`}
              onPress={() => onRemove(rule, `Removed ${longDay(rule.day)}.`)}
            >
              Remove
            </Button>
          </li>
        ))}
      </ul>
      <NewRule rules={rules} onAdd={onAdd} />
    </div>
  );
}

function NewRule({ rules, onAdd }: { rules: readonly DateRule[]; onAdd: DateRulesProps["onAdd"] }) {
  const [day, setDay] = useState("");
  const [kind, setKind] = useState<DateRule["kind"]>("holiday");
  const [typed, setTyped] = useState("");
  const isHoliday = kind === "holiday";
  const read = parseWindows(isHoliday ? "" : typed, false);
  const isThere = rules.some((rule) => rule.day === day && rule.kind === kind);
  const isWhole = day !== "" && !isThere && read.ok && (isHoliday || read.value.length > 0);
  return (
    <form
      className={styles.form}
      aria-label="New date"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isWhole) return;
        onAdd({ day, kind, windows: read.value }, `Added ${longDay(day)}.`);
        setDay("");
        setTyped("");
      }}
    >
      <Field
        label="Date"
        type="date"
        value={day}
        onText={setDay}
        problem={isThere ? "This is there already. Remove it first." : undefined}
      />
      <Choice
        label="On this date"
        value={kind}
        options={KINDS}
        onChoose={(value) => setKind(KINDS.find((one) => one.value === value)?.value ?? "holiday")}
      />
      <Field
        label="From and to"
        value={isHoliday ? "" : typed}
        placeholder={isHoliday ? "closed all day" : "10:00–14:00"}
        disabled={isHoliday}
        onText={setTyped}
        problem={read.ok ? undefined : read.sentence}
      />
      <Button disabled={!isWhole}>Add</Button>
    </form>
  );
}

const longDay = (day: string): string =>
  new Intl.DateTimeFormat(undefined, { timeZone: "UTC", dateStyle: "full" }).format(Date.parse(day));
