import { act } from "react";
import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { Keys, type KeysProps } from "#components/options/keys.tsx";
import {
  COMMAND_NAMES,
  COMMANDS,
  commandOf,
  DEFAULT_KEYS,
  keyMapOf,
  type OwnKeys,
} from "#lib/domain/commands.ts";
import { type Press, readPress } from "#lib/domain/key-press.ts";
import { OwnKeys as Schema } from "#lib/domain/own-keys.ts";
import { button, draw, press, text } from "./drawn.ts";

const pressed = (code: string, change: Partial<Press> = {}): Press => ({
  code,
  key: code.replace(/^Key|^Digit/, "").toLowerCase(),
  altKey: false,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  ...change,
});
const why = (press: Press, keys = DEFAULT_KEYS) => {
  const read = readPress(press, "qualified", keys);
  return read.ok ? null : read.sentence;
};
const chord = { altKey: true, shiftKey: true };

describe("a key pressed for a command", () => {
  it("is taken alone or with Alt+Shift, under the letter that the layout shows", () => {
    expect(readPress(pressed("KeyG"), "qualified", DEFAULT_KEYS)).toEqual({
      ok: true,
      key: { code: "KeyG", label: "G" },
    });
    expect(readPress(pressed("KeyY", { key: "z" }), "qualified", DEFAULT_KEYS)).toMatchObject({
      key: { label: "Z" },
    });
    expect(readPress(pressed("KeyG", { ...chord, key: "˝" }), "qualified", DEFAULT_KEYS)).toMatchObject({
      key: { label: "G" },
    });
  });

  it("is refused where it is another command's, the browser's, the page's or needed as it is, and says whose", () => {
    expect(why(pressed("KeyN"))).toBe(
      "Alt+Shift+N is for “No answer needed”. Take another key, or change that one first.",
    );
    expect(why(pressed("KeyT", chord))).toBe("Alt+Shift+T moves to Chrome’s toolbar. Take another key.");
    expect(why(pressed("Digit7"))).toContain("Facebook’s own access keys");
    expect(why(pressed("Digit7", { altKey: true }))).toContain("it switches tabs");
    expect(why(pressed("KeyG", { ctrlKey: true }))).toContain("the browser’s and the system’s");
    expect(why(pressed("Enter"))).toContain("needed as it is");
    expect(why(pressed("Slash"))).toContain("All keys");
    expect(why(pressed("Digit3"))).toBeNull();
    expect(keyMapOf({ macros: { code: "Digit3", label: "3" } }).qualified.code).toBe("");
  });

  it("never leaves two commands with one key, however many are changed", () => {
    const codes = fc.constantFrom(
      "KeyG",
      "KeyN",
      "KeyH",
      "Digit1",
      "Digit2",
      "Period",
      "Slash",
      "KeyT",
      "Digit9",
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...COMMAND_NAMES), codes)), (changes) => {
        let own: OwnKeys = {};
        for (const [command, code] of changes) {
          const read = readPress(pressed(code), command, keyMapOf(own));
          if (read.ok) own = { ...own, [command]: read.key };
        }
        expect(Schema.parse(own)).toEqual(own);
        const keys = keyMapOf(own);
        for (const command of COMMAND_NAMES) expect(commandOf(keys[command].code, keys)).toBe(command);
      }),
    );
  });
});

const shown = async (keys: OwnKeys = {}) => {
  const onSave = vi.fn<KeysProps["onSave"]>();
  await draw(<Keys keys={keys} onSave={onSave} />);
  return onSave;
};
const type = (label: string, code: string, change: KeyboardEventInit = {}) =>
  act(async () => {
    const event = new KeyboardEvent("keydown", {
      ...pressed(code),
      ...change,
      bubbles: true,
      cancelable: true,
    });
    button(label).dispatchEvent(event);
  });

describe("the keys in the options", () => {
  it("are changed by a press, after a clash was said, and left by Escape", async () => {
    const onSave = await shown();
    const { name } = COMMANDS.qualified;
    await press(`Change the key of ${name}`);
    await type(`Press a key for ${name}, or Escape`, "KeyN");
    expect(text()).toContain("Alt+Shift+N is for “No answer needed”.");
    await type(`Press a key for ${name}, or Escape`, "KeyG");
    expect(onSave.mock.calls).toEqual([
      ["Qualified is Alt+Shift+G now.", { qualified: { code: "KeyG", label: "G" } }],
    ]);
    await press(`Change the key of ${name}`);
    await type(`Press a key for ${name}, or Escape`, "Escape", { key: "Escape" });
    expect(button(`Change the key of ${name}`)).toBeTruthy();
    expect(onSave).toHaveBeenCalledTimes(1);
  });

  it("are reset one by one, unless the old key is taken, or all at once", async () => {
    const own = { qualified: { code: "KeyG", label: "G" }, macros: { code: "Digit3", label: "3" } };
    const onSave = await shown(own);
    await press("Reset the key of Qualified");
    expect(text()).toContain("Alt+Shift+3 is for “Macros”.");
    await press("Reset the key of Macros");
    await press("Reset all keys");
    expect(onSave.mock.calls).toEqual([
      ["Macros is Alt+Shift+M again.", { qualified: own.qualified }],
      ["All keys are as they came.", {}],
    ]);
  });
});
