import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { Drafting } from "./use-draft.ts";

/** Somebody else saved something else meanwhile: what was typed stands, until a person has chosen. */
export const Overtaken = ({
  isOvertaken,
  takeTheirs,
  keepMine,
}: Pick<Drafting<unknown>, "isOvertaken" | "takeTheirs" | "keepMine">) =>
  isOvertaken && (
    <Notice
      tone="warn"
      title="Somebody else saved this meanwhile. What you typed is still here: choose, then save."
      step={
        <>
          <Button onPress={keepMine}>Keep mine</Button>
          <Button onPress={takeTheirs}>Take theirs</Button>
        </>
      }
    />
  );
