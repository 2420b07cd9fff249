import type { AlertRules } from "#lib/domain/alert-rules.ts";
import { WEEKDAYS } from "#lib/domain/calendar-hours.ts";
import { METRIC_NAMES, METRICS } from "#lib/domain/response-target.ts";
import { CHANNEL_NAMES, CHANNELS } from "#lib/domain/thread.ts";
import { Button } from "#components/ui/button.tsx";
import { CheckList } from "#components/ui/check-list.tsx";
import { Choice } from "#components/ui/choice.tsx";
import { Field } from "#components/ui/field.tsx";
import { Toggle } from "#components/ui/toggle.tsx";
import { type AlertsDraft, draftOf, NIGHTS_AND_WEEKENDS, readDraft } from "./alerts-draft.ts";
import styles from "./alerts.module.css";
import { DAY_NAMES } from "./hours-draft.ts";
import { Overtaken } from "./overtaken.tsx";
import { Section } from "./section.tsx";
import { useDraft } from "./use-draft.ts";

export interface AlertsProps {
  rules: AlertRules;
  /** The browser's own: quiet hours are read in it. */
  timeZone: string;
  onSave: (rules: AlertRules) => void;
}

/** Which deadlines this browser tells its person of, and when it is quiet. */
export const Alerts = ({ rules, timeZone, onSave }: AlertsProps) => (
  <Section
    id="alerts"
    title="Alerts"
    about="Notifications of this browser before somebody has waited too long, and when they have. They name the customer as this browser knows them, and never a word that was written."
  >
    <AlertsForm rules={rules} timeZone={timeZone} onSave={onSave} />
  </Section>
);

const WHOSE: Record<AlertRules["whose"], string> = {
  all: "All customers",
  mine: "Mine alone",
};

function AlertsForm({ rules, timeZone, onSave }: AlertsProps) {
  const { draft, setDraft, isChanged, ...overtaken } = useDraft(draftOf(rules), (typed) => {
    const { rules: meant } = readDraft(typed);
    return meant && draftOf(meant);
  });
  const read = readDraft(draft);
  const maySave = read.rules !== null && isChanged && !overtaken.isOvertaken;
  const set = (change: Partial<AlertsDraft>) => setDraft({ ...draft, ...change });
  return (
    <form
      className={styles.alerts}
      aria-label="Alerts"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (read.rules && maySave) onSave(read.rules);
      }}
    >
      <Toggle
        label="Notify me of deadlines"
        hint="The number on Rung’s icon counts who waits too long either way."
        on={draft.on}
        onTurn={(on) => set({ on })}
      />
      {draft.on && <Fields draft={draft} problems={read.problems} timeZone={timeZone} set={set} />}
      <Overtaken {...overtaken} />
      <div>
        <Button look={maySave ? "main" : "plain"} disabled={!maySave}>
          Save the alerts
        </Button>
      </div>
    </form>
  );
}

interface FieldsProps {
  draft: AlertsDraft;
  problems: ReturnType<typeof readDraft>["problems"];
  timeZone: string;
  set: (change: Partial<AlertsDraft>) => void;
}

const Fields = ({ draft, problems, timeZone, set }: FieldsProps) => (
  <>
    <div className={styles.pair}>
      <Field
        label="Before a deadline"
        value={draft.before}
        placeholder="only when missed"
        problem={problems.before}
        onText={(before) => set({ before })}
      />
      <Choice
        label="Of whom"
        value={draft.whose}
        options={(["all", "mine"] as const).map((value) => ({ value, name: WHOSE[value] }))}
        onChoose={(whose) => set({ whose: whose === "mine" ? "mine" : "all" })}
      />
    </div>
    <CheckList
      legend="Of these targets"
      options={METRICS.map((value) => ({ value, name: METRIC_NAMES[value] }))}
      chosen={draft.metrics}
      onChoose={(metrics) => set({ metrics })}
    />
    <CheckList
      legend="On these channels"
      options={CHANNELS.map((value) => ({ value, name: CHANNEL_NAMES[value] }))}
      chosen={draft.channels}
      onChoose={(channels) => set({ channels })}
    />
    {problems.nothing !== undefined && <p className={styles.problem}>{problems.nothing}</p>}
    <div className={styles.quiet}>
      <h3>Quiet hours</h3>
      <p>
        In the time of {timeZone}. Who still waits when they end is told of then. 20:00–7:00 goes on past
        midnight, 0:00–24:00 is the whole day.
      </p>
      <div className={styles.days}>
        {WEEKDAYS.map((day) => (
          <Field
            key={day}
            label={DAY_NAMES[day]}
            value={draft.quiet[day]}
            placeholder="never quiet"
            problem={problems[day]}
            onText={(typed) => set({ quiet: { ...draft.quiet, [day]: typed } })}
          />
        ))}
      </div>
      <div>
        <Button onPress={() => set({ quiet: NIGHTS_AND_WEEKENDS })}>Nights and weekends</Button>
      </div>
    </div>
  </>
);
