import type { Settings } from "#lib/domain/settings.ts";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { differencesOf } from "./conflict-words.ts";

export interface ConflictProps {
  theirs: Settings;
  mine: Settings;
  onMine: () => void;
  onTheirs: () => void;
}

/** Somebody saved a newer version meanwhile: both, for a person to choose from. */
export const Conflict = ({ theirs, mine, onMine, onTheirs }: ConflictProps) => (
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
    {differencesOf(theirs, mine).map((sentence) => (
      <p key={sentence}>{sentence}</p>
    ))}
  </Notice>
);
