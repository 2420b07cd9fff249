import { pointName } from "#lib/domain/checklist.ts";
import { added, moved, type NamedList, removed, renamed } from "#lib/domain/named-list.ts";
import { reasonName } from "#lib/domain/outcome.ts";
import type { Settings } from "#lib/domain/settings.ts";
import { EditableList } from "./editable-list.tsx";
import { HandoffNeeds } from "./handoff-needs.tsx";
import type { Change } from "./change.ts";
import { Section } from "./section.tsx";

const NO_NAMES = {};

/** How a list of names lies in the settings. */
interface Kept {
  of: (now: Settings) => NamedList;
  with: (now: Settings, list: NamedList) => Settings;
}

const CHECKLIST: Kept = {
  of: ({ checklist }) => ({ ids: checklist.criteria, names: checklist.names ?? NO_NAMES }),
  with: ({ checklist, ...now }, { ids, names }) => ({
    ...now,
    checklist: {
      ...checklist,
      version: checklist.version + (isSame(checklist.criteria, ids) ? 0 : 1),
      criteria: ids,
      names,
    },
  }),
};
const REASONS: Kept = {
  of: ({ reasons, reasonNames }) => ({ ids: reasons, names: reasonNames ?? NO_NAMES }),
  with: (now, { ids, names }) => ({ ...now, reasons: ids, reasonNames: names }),
};

/** Points of another number or kind are another version of what *qualified* means; other words or another order are not. */
const isSame = (before: readonly string[], after: readonly string[]): boolean =>
  before.length === after.length && before.every((id) => after.includes(id));

/** What can be done to a list, each step with its words and its undo. */
const steps = ({ of, with: keep }: Kept, nameOf: (id: string) => string, onChange: Change) => {
  const change = (words: string, edit: (list: NamedList) => NamedList) =>
    onChange(words, (now) => keep(now, edit(of(now))));
  return {
    onAdd: (words: string) => change(`Added “${words}”.`, (list) => added(list, words)),
    onRemove: (id: string) => change(`Removed “${nameOf(id)}”.`, (list) => removed(list, id)),
    onRename: (id: string, words: string) =>
      change(`“${nameOf(id)}” is called “${words}” now, in what was tagged before too.`, (list) =>
        renamed(list, id, words),
      ),
    onMove: (id: string, by: -1 | 1) =>
      change(`Moved “${nameOf(id)}” ${by < 0 ? "up" : "down"}.`, (list) => moved(list, id, by)),
  };
};

/** What the overlay offers: the checklist behind *qualified*, reasons, creators. */
export function Outcomes({ settings, onChange }: { settings: Settings; onChange: Change }) {
  const { checklist, reasons, reasonNames = NO_NAMES } = settings;
  const pointOf = (id: string) => pointName(id, checklist);
  const reasonOf = (id: string) => reasonName(id, reasonNames);
  return (
    <Section
      id="outcomes"
      title="Outcomes"
      about="The words that the bar offers while a conversation is tagged, in this order."
    >
      <EditableList
        title="What qualified means"
        hint="A checklist beside the outcomes. Ticking all of it suggests “qualified”; the rep decides."
        one="point"
        items={checklist.criteria}
        nameOf={pointOf}
        most={20}
        maxLength={100}
        {...steps(CHECKLIST, pointOf, onChange)}
      />
      {checklist.criteria.length > 0 && <HandoffNeeds checklist={checklist} onChange={onChange} />}
      <EditableList
        title="Reasons for unqualified"
        hint="One is chosen with the tag."
        one="reason"
        items={reasons}
        nameOf={reasonOf}
        most={50}
        maxLength={100}
        {...steps(REASONS, reasonOf, onChange)}
      />
      <EditableList
        title="Creators"
        hint="People who bring conversations; the bar offers them as a source."
        one="creator"
        items={settings.creators}
        most={1_000}
        maxLength={200}
        onAdd={(item) =>
          onChange(`Added “${item}”.`, (now) => ({ ...now, creators: [...now.creators, item] }))
        }
        onRemove={(item) =>
          onChange(`Removed “${item}”.`, (now) => ({
            ...now,
            creators: now.creators.filter((one) => one !== item),
          }))
        }
      />
    </Section>
  );
}
