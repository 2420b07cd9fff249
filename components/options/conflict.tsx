import type { Settings } from "#lib/domain/settings.ts";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";

export interface ConflictProps {
  theirs: Settings;
  mine: Settings;
  onMine: () => void;
  onTheirs: () => void;
}

/** Somebody saved a newer version meanwhile: both, for a person to choose from. */
export function Conflict({ theirs, mine, onMine, onTheirs }: ConflictProps) {
  const keys = Object.keys(mine) as (keyof Settings)[];
  const differing = keys.filter(
    (key) => key !== "version" && JSON.stringify(theirs[key]) !== JSON.stringify(mine[key]),
  );
  return (
    <Notice
      tone="warn"
      title="These settings were changed elsewhere meanwhile. Yours were not saved."
      step={
        <>
          <Button onPress={onMine}>Save mine</Button>
          <Button onPress={onTheirs}>Keep theirs</Button>
        </>
      }
    >
      {differing.map((key) => (
        <p key={key}>
          {key}: theirs {inWords(theirs[key])}; yours {inWords(mine[key])}
        </p>
      ))}
    </Notice>
  );
}

const inWords = (value: unknown): string => (Array.isArray(value) ? list(value) : JSON.stringify(value));
const list = (items: unknown[]): string =>
  items.map((item) => (typeof item === "string" ? item : nameOf(item))).join(", ") || "none";
const nameOf = (item: unknown): string =>
  typeof item === "object" && item !== null && "name" in item ? String(item.name) : JSON.stringify(item);
