import type { MacroUse } from "#lib/domain/macro-use.ts";
import type { Names } from "#lib/domain/named-list.ts";
import type { Macro, Settings, SourceChoice } from "#lib/domain/settings.ts";
import type { Change } from "./change.ts";
import { MacroList } from "./macro-list.tsx";
import { Section } from "./section.tsx";

const NO_NAMES: Names = {};

interface MacrosProps {
  settings: Settings;
  uses: Readonly<Record<string, MacroUse>>;
  sources: readonly SourceChoice[];
  /** Epoch ms. */
  now: number;
  newId: () => string;
}

/** The team's texts, that the bar puts into the composer; Rung never sends them. */
export const Macros = ({ settings, onChange, ...rest }: MacrosProps & { onChange: Change }) => (
  <Section
    id="macros"
    title="Macros"
    about="Texts of the whole team, to insert at the cursor. Rung never presses Send: you read them, then you send them."
  >
    <MacroList
      {...rest}
      one="macro"
      macros={settings.macros}
      reasons={settings.reasons}
      reasonNames={settings.reasonNames ?? NO_NAMES}
      onChange={(words, edit) => onChange(words, (now) => ({ ...now, macros: edit(now.macros) }))}
    />
  </Section>
);

interface OwnMacrosProps extends MacrosProps {
  own: readonly Macro[];
  onOwn: (words: string, macros: Macro[]) => void;
}

/** A person's own texts beside the team's. */
export const OwnMacros = ({ settings, own, onOwn, ...rest }: OwnMacrosProps) => (
  <Section
    id="own-macros"
    title="Your own macros"
    about="Yours alone, beside the team's. They stay in this browser and are sent nowhere."
  >
    <MacroList
      {...rest}
      one="macro of your own"
      macros={own}
      reasons={settings.reasons}
      reasonNames={settings.reasonNames ?? NO_NAMES}
      onChange={(words, edit) => onOwn(words, edit([...own]))}
    />
  </Section>
);
