import { type KeyboardEvent, useState } from "react";
import {
  chordOf,
  type Command,
  COMMAND_NAMES,
  COMMANDS,
  defaultKey,
  keyMapOf,
  type OwnKeys,
} from "#lib/domain/commands.ts";
import { clashOf, readPress } from "#lib/domain/key-press.ts";
import { Button } from "#components/ui/button.tsx";
import styles from "./keys.module.css";
import { Section } from "./section.tsx";

export interface KeysProps {
  keys: OwnKeys;
  onSave: (words: string, keys: OwnKeys) => void;
}

/** What is being changed, and what was wrong with the last key that was pressed for it. */
interface Capture {
  command: Command;
  isListening: boolean;
  problem: string | null;
}

const without = (keys: OwnKeys, command: Command): OwnKeys =>
  Object.fromEntries(Object.entries(keys).filter(([name]) => name !== command));

/** The keys of the bar, each to be changed by pressing another. */
export function Keys({ keys, onSave }: KeysProps) {
  const [capture, setCapture] = useState<Capture | null>(null);
  const map = keyMapOf(keys);
  const reset = (command: Command) => {
    const key = defaultKey(command);
    const clash = clashOf(key, command, map);
    if (clash && !clash.ok) return setCapture({ command, isListening: false, problem: clash.sentence });
    setCapture(null);
    onSave(`${COMMANDS[command].name} is ${chordOf(key)} again.`, without(keys, command));
  };
  const take = (command: Command, event: KeyboardEvent) => {
    const read = readPress(event.nativeEvent, command, map);
    if (!read.ok) return setCapture({ command, isListening: true, problem: read.sentence });
    setCapture(null);
    const isDefault = read.key.code === COMMANDS[command].code;
    onSave(
      `${COMMANDS[command].name} is ${chordOf(read.key)} now.`,
      isDefault ? without(keys, command) : { ...keys, [command]: read.key },
    );
  };
  return (
    <Section
      id="keys"
      title="Keys"
      about="Over the whole inbox with Alt+Shift, alone while the bar has the focus. What you change holds in this browser, and in open inboxes at once."
    >
      <table className={styles.keys}>
        <thead>
          <tr>
            <th scope="col">Does</th>
            <th scope="col">Key</th>
            <th scope="col">
              <span className="spoken">Change</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {COMMAND_NAMES.map((command) => (
            <KeyRow
              key={command}
              command={command}
              chord={chordOf(map[command])}
              isOwn={command in keys}
              capture={capture?.command === command ? capture : null}
              onListen={() => setCapture({ command, isListening: true, problem: null })}
              onPress={(event) => take(command, event)}
              onLeave={() => setCapture(null)}
              onReset={() => reset(command)}
            />
          ))}
        </tbody>
      </table>
      <div>
        <Button
          disabled={Object.keys(keys).length === 0}
          onPress={() => {
            setCapture(null);
            onSave("All keys are as they came.", {});
          }}
        >
          Reset all keys
        </Button>
      </div>
    </Section>
  );
}

interface KeyRowProps {
  command: Command;
  chord: string;
  isOwn: boolean;
  capture: Capture | null;
  onListen: () => void;
  onPress: (event: KeyboardEvent) => void;
  onLeave: () => void;
  onReset: () => void;
}

const AT_REST = { isListening: false, problem: null };
const MODIFIERS = new Set(["Alt", "AltGraph", "Control", "Meta", "Shift"]);

function KeyRow(props: KeyRowProps) {
  const { command, chord, isOwn, capture, onListen, onPress, onLeave, onReset } = props;
  const { name } = COMMANDS[command];
  const { isListening, problem } = capture ?? AT_REST;
  const hear = (event: KeyboardEvent) => {
    if (!isListening || event.key === "Tab") return;
    event.preventDefault();
    if (event.key === "Escape") onLeave();
    else if (!event.repeat && !MODIFIERS.has(event.key)) onPress(event);
  };
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        <kbd data-own={isOwn}>{chord}</kbd>
        {problem !== null && (
          <p role="alert" className={styles.problem}>
            {problem}
          </p>
        )}
      </td>
      <td className={styles.act}>
        {isOwn && (
          <Button look="quiet" label={`Reset the key of ${name}`} onPress={onReset}>
            Reset
          </Button>
        )}
        <button
          type="button"
          className={styles.change}
          data-listening={isListening}
          aria-label={isListening ? `Press a key for ${name}, or Escape` : `Change the key of ${name}`}
          onClick={onListen}
          onKeyDown={hear}
          onKeyUp={(event) => isListening && event.preventDefault()}
          onBlur={() => capture && onLeave()}
        >
          {isListening ? "Press a key…" : "Change"}
        </button>
      </td>
    </tr>
  );
}
