import { reasonName } from "#lib/domain/outcome.ts";
import type { Settings } from "#lib/domain/settings.ts";
import { EditableList } from "./editable-list.tsx";
import type { Change } from "./change.ts";
import { Section } from "./section.tsx";

const without = (items: readonly string[], gone: string) => items.filter((item) => item !== gone);

/** A checklist of another content is another version of what *qualified* means. */
const checklist = (criteria: string[]) => (now: Settings) => ({
  ...now,
  checklist: { version: now.checklist.version + 1, criteria },
});

/** What the overlay offers: the checklist behind *qualified*, reasons, creators. */
export function Outcomes({ settings, onChange }: { settings: Settings; onChange: Change }) {
  return (
    <Section
      id="outcomes"
      title="Outcomes"
      about="The words that the bar offers while a conversation is tagged."
    >
      <EditableList
        title="What qualified means"
        hint="A checklist beside the outcomes. Ticking all of it suggests “qualified”; the rep decides."
        one="point"
        items={settings.checklist.criteria}
        most={20}
        maxLength={100}
        onAdd={(item) => onChange(`Added “${item}”.`, checklist([...settings.checklist.criteria, item]))}
        onRemove={(item) =>
          onChange(`Removed “${item}”.`, checklist(without(settings.checklist.criteria, item)))
        }
      />
      <EditableList
        title="Reasons for unqualified"
        hint="One is chosen with the tag."
        one="reason"
        items={settings.reasons}
        nameOf={reasonName}
        most={50}
        maxLength={100}
        onAdd={(item) => onChange(`Added “${item}”.`, (now) => ({ ...now, reasons: [...now.reasons, item] }))}
        onRemove={(item) =>
          onChange(`Removed “${reasonName(item)}”.`, (now) => ({
            ...now,
            reasons: without(now.reasons, item),
          }))
        }
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
          onChange(`Removed “${item}”.`, (now) => ({ ...now, creators: without(now.creators, item) }))
        }
      />
    </Section>
  );
}
