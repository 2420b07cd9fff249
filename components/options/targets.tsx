import { newest, withVersion } from "#lib/domain/history.ts";
import {
  DEFAULT_TARGETS,
  METRIC_NAMES,
  METRICS,
  type Metric,
  type Targets as ResponseTargets,
} from "#lib/domain/response-target.ts";
import type { Settings } from "#lib/domain/settings.ts";
import { CHANNEL_NAMES, CHANNELS } from "#lib/domain/thread.ts";
import { Button } from "#components/ui/button.tsx";
import { Choice } from "#components/ui/choice.tsx";
import { Field } from "#components/ui/field.tsx";
import type { Change } from "./change.ts";
import { Overtaken } from "./overtaken.tsx";
import { Section } from "./section.tsx";
import { useDraft } from "./use-draft.ts";
import { type ClockDraft, draftOf, readDraft, type TargetsDraft } from "./targets-draft.ts";
import styles from "./targets.module.css";

export interface TargetsProps {
  settings: Settings;
  now: () => number;
  onChange: Change;
}

/** How fast an answer should come, thing by thing and channel by channel. */
export function Targets({ settings, now, onChange }: TargetsProps) {
  const targets = settings.targets ? newest(settings.targets) : DEFAULT_TARGETS;
  const save = (value: ResponseTargets) =>
    onChange("Saved the response targets.", (latest) => ({
      ...latest,
      targets: withVersion(latest.targets, DEFAULT_TARGETS, value, now()),
    }));
  return (
    <Section
      id="targets"
      title="Response targets"
      about="How fast an answer should come. A reply exactly at the deadline is in time; a wait keeps the target that held when it started."
    >
      <TargetsForm targets={targets} isDefault={settings.targets === null} onSave={save} />
    </Section>
  );
}

interface TargetsFormProps {
  targets: ResponseTargets;
  isDefault: boolean;
  onSave: (targets: ResponseTargets) => void;
}

function TargetsForm({ targets, isDefault, onSave }: TargetsFormProps) {
  const { draft, setDraft, isChanged, ...overtaken } = useDraft(draftOf(targets), (typed) => {
    const { targets: meant } = readDraft(typed, targets);
    return meant && draftOf(meant);
  });
  const read = readDraft(draft, targets);
  const maySave = read.targets !== null && (isChanged || isDefault) && !overtaken.isOvertaken;
  return (
    <form
      className={styles.targets}
      aria-label="Response targets"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (read.targets && maySave) onSave(read.targets);
      }}
    >
      {METRICS.map((metric) => (
        <MetricFields
          key={metric}
          metric={metric}
          draft={draft[metric]}
          problems={read.problems[metric] ?? {}}
          onDraft={(one) => setDraft({ ...draft, [metric]: one })}
        />
      ))}
      <p className={styles.hint}>
        {isDefault && "Default: nobody has confirmed these targets yet. "}
        Write 15 min, 1 h 30 min or 2 d; nothing means no target: it is only measured.
      </p>
      <Overtaken {...overtaken} />
      <div>
        <Button look={isChanged && read.targets ? "main" : "plain"} disabled={!maySave}>
          {isDefault && !isChanged ? "Confirm these targets" : "Save the targets"}
        </Button>
      </div>
    </form>
  );
}

const CLOCKS: Record<ClockDraft, string> = {
  business: "In business time",
  wall: "Around the clock",
  each: "Differs by channel",
};

interface MetricFieldsProps {
  metric: Metric;
  draft: TargetsDraft[Metric];
  problems: Partial<Record<string, string>>;
  onDraft: (draft: TargetsDraft[Metric]) => void;
}

function MetricFields({ metric, draft, problems, onDraft }: MetricFieldsProps) {
  const clocks = (["business", "wall", "each"] as const).filter(
    (one) => one !== "each" || draft.clock === "each",
  );
  return (
    <fieldset className={styles.metric}>
      <legend>{METRIC_NAMES[metric]}</legend>
      {CHANNELS.map((channel) => (
        <Field
          key={channel}
          label={CHANNEL_NAMES[channel]}
          value={draft.seconds[channel]}
          placeholder="no target"
          problem={problems[channel]}
          onText={(typed) => onDraft({ ...draft, seconds: { ...draft.seconds, [channel]: typed } })}
        />
      ))}
      <Choice
        label="Counted"
        value={draft.clock}
        options={clocks.map((value) => ({ value, name: CLOCKS[value] }))}
        onChoose={(value) => onDraft({ ...draft, clock: clocks.find((one) => one === value) ?? draft.clock })}
      />
    </fieldset>
  );
}
