import { KeyList } from "#components/bar/key-list.tsx";
import { COMMAND_NAMES, COMMANDS } from "#lib/domain/commands.ts";
import { useOverlayState } from "#lib/overlay/context.ts";
import { keysOf } from "#lib/overlay/keys-shown.ts";
import { features } from "./registry.ts";

/** Keys that are no command of their own. */
const OTHERS = [
  { name: "Macros, in an empty answer", keys: "/" },
  { name: "Choose in a list that is open", keys: "1 to 9" },
  { name: "Close what is open", keys: "Esc" },
];

const LEAD = {
  on: "Anywhere on this page; without Alt+Shift while the bar has the focus.",
  off: "This page uses some of these keys itself: they work while the bar has the focus.",
};

function Help() {
  const chords = useOverlayState(({ chords }) => chords);
  const settings = useOverlayState(({ settings }) => settings);
  const commands = COMMAND_NAMES.map((command) => ({
    name: COMMANDS[command].name,
    keys: keysOf(command, { chords, settings }),
  }));
  return <KeyList lead={LEAD[chords]} keys={[...commands, ...OTHERS]} />;
}

features.add("help", {
  panel: { id: "help", title: "Keys", View: Help },
  start: (overlay, signal) => overlay.keys.on("help", () => overlay.open("help", false), signal),
});
