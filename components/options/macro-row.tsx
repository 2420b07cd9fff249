import type { MacroUse } from "#lib/domain/macro-use.ts";
import type { Macro } from "#lib/domain/settings.ts";
import { Button } from "#components/ui/button.tsx";
import { actionsWords } from "#lib/domain/action-words.ts";
import styles from "./macros.module.css";

interface MacroRowProps {
  macro: Macro;
  use: MacroUse | undefined;
  /** Epoch ms. */
  now: number;
  isFirst: boolean;
  isLast: boolean;
  onEdit: () => void;
  onCopy: () => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}

const DAY = 86_400_000;

/** "used 12 times, 5 of them by you, last 3 days ago" */
export function usedWords({ mine, all, lastAt }: MacroUse, now: number): string {
  const days = Math.floor((now - lastAt) / DAY);
  const last = new Intl.RelativeTimeFormat("en", { numeric: "auto" }).format(-Math.max(0, days), "day");
  const times = all === 1 ? "once" : `${all} times`;
  const whose = mine === all ? "" : `, ${mine} of them by you`;
  return `used ${times}${whose}, last ${last}`;
}

/** One macro in its list: what it says, does, and how often it was used. */
export function MacroRow(props: MacroRowProps) {
  const { macro, use, now, isFirst, isLast, onEdit, onCopy, onMove, onRemove } = props;
  const { name, folder, template, actions = [] } = macro;
  const facts = [
    ...(folder === null ? [] : [folder]),
    ...(actions.length > 0 ? [`then ${actionsWords(actions)}`] : []),
    use ? usedWords(use, now) : "not used yet",
  ];
  return (
    <div className={styles.row}>
      <div className={styles.words}>
        <b>
          <bdi>{name}</bdi>
        </b>
        <p dir="auto">{template}</p>
        <small>{facts.join(" · ")}</small>
      </div>
      <div className={styles.steps}>
        <Button look="quiet" label={`Edit ${name}`} onPress={onEdit}>
          Edit
        </Button>
        <Button look="quiet" label={`Copy ${name}`} onPress={onCopy}>
          Copy
        </Button>
        <Button look="quiet" label={`Move ${name} up`} disabled={isFirst} onPress={() => onMove(-1)}>
          ↑
        </Button>
        <Button look="quiet" label={`Move ${name} down`} disabled={isLast} onPress={() => onMove(1)}>
          ↓
        </Button>
        <Button look="quiet" label={`Remove ${name}`} onPress={onRemove}>
          Remove
        </Button>
      </div>
    </div>
  );
}
