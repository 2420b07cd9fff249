import type { ReactNode } from "react";
import { type Hours as BusinessHours, WEEKDAYS } from "#lib/domain/calendar-hours.ts";
import { newest, withVersion } from "#lib/domain/history.ts";
import { defaultHours } from "#lib/domain/response-settings.ts";
import type { Settings } from "#lib/domain/settings.ts";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import type { Change } from "./change.ts";
import { withDateRule, withoutDateRule } from "./date-rule.ts";
import { DateRules } from "./date-rules.tsx";
import { DeadlineTester } from "./deadline-tester.tsx";
import { DAY_NAMES, draftOf, readDraft } from "./hours-draft.ts";
import styles from "./hours.module.css";
import { Overtaken } from "./overtaken.tsx";
import { Section } from "./section.tsx";
import { useDraft } from "./use-draft.ts";
import { ZoneChoice } from "./zone-choice.tsx";

export interface HoursProps {
  settings: Settings;
  /** The zone of the default hours. */
  timeZone: string;
  /** Today in that zone, for the tester. */
  today: string;
  /** What the tester tries first: "15 min". */
  target: string;
  now: () => number;
  onChange: Change;
}

/** When somebody answers: the week, single dates, and a tester that explains a deadline. */
export function Hours({ settings, timeZone, today, target, now, onChange }: HoursProps) {
  const byDefault = defaultHours(timeZone);
  const hours = settings.hours ? newest(settings.hours) : byDefault;
  const change = (words: string, edit: (hours: BusinessHours) => BusinessHours) =>
    onChange(words, (latest) => ({
      ...latest,
      hours: withVersion(
        latest.hours,
        byDefault,
        edit(latest.hours ? newest(latest.hours) : byDefault),
        now(),
      ),
    }));
  return (
    <Section
      id="hours"
      title="Business hours"
      about="When somebody answers. A target in business time counts these hours alone; a wait keeps the hours that held when it started."
    >
      <Week
        hours={hours}
        isDefault={settings.hours === null}
        onSave={(week) =>
          change("Saved the business hours.", (latest) => ({
            ...latest,
            timeZone: week.timeZone,
            weekly: week.weekly,
          }))
        }
        today={today}
        target={target}
      >
        <DateRules
          hours={hours}
          onAdd={(rule, words) => change(words, (latest) => withDateRule(latest, rule))}
          onRemove={(rule, words) => change(words, (latest) => withoutDateRule(latest, rule))}
        />
      </Week>
    </Section>
  );
}

interface WeekProps {
  hours: BusinessHours;
  isDefault: boolean;
  onSave: (hours: BusinessHours) => void;
  today: string;
  target: string;
  /** The single dates, between the week and its tester. */
  children: ReactNode;
}

function Week({ hours, isDefault, onSave, today, target, children }: WeekProps) {
  const { draft, setDraft, isChanged, ...overtaken } = useDraft(draftOf(hours), (typed) => {
    const { hours: meant } = readDraft(typed, hours);
    return meant && draftOf(meant);
  });
  const read = readDraft(draft, hours);
  const maySave = read.hours !== null && (isChanged || isDefault) && !overtaken.isOvertaken;
  return (
    <>
      <form
        className={styles.week}
        aria-label="The week"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (read.hours && maySave) onSave(read.hours);
        }}
      >
        <ZoneChoice
          label="Time zone"
          zone={draft.timeZone}
          {...(isDefault && { hint: "default: as this browser" })}
          onZone={(timeZone) => setDraft({ ...draft, timeZone })}
        />
        <div className={styles.days}>
          {WEEKDAYS.map((day) => (
            <Field
              key={day}
              label={DAY_NAMES[day]}
              value={draft.weekly[day]}
              placeholder="closed"
              problem={read.problems[day]}
              onText={(typed) => setDraft({ ...draft, weekly: { ...draft.weekly, [day]: typed } })}
            />
          ))}
        </div>
        <p className={styles.hint}>
          {isDefault && "Default: nobody has confirmed these hours yet. "}
          Several windows a day: 9:00–12:00, 13:00–17:00. Past midnight: 21:00–2:00.
        </p>
        <Overtaken {...overtaken} />
        <div>
          <Button look={isChanged && read.hours ? "main" : "plain"} disabled={!maySave}>
            {isDefault && !isChanged ? "Confirm these hours" : "Save the hours"}
          </Button>
        </div>
      </form>
      {children}
      <DeadlineTester hours={read.hours} today={today} target={target} />
    </>
  );
}
