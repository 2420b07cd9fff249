import { useState } from "react";
import { heardIn, type KeywordRule } from "#lib/domain/keyword.ts";
import type { Settings, SourceChoice } from "#lib/domain/settings.ts";
import { suggestsWords } from "#lib/domain/source-words.ts";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import type { Change } from "./change.ts";
import { Section } from "./section.tsx";
import { SuggestionForm } from "./suggestion-form.tsx";
import table from "./table.module.css";
import tester from "./deadline-tester.module.css";

interface SuggestionsProps {
  settings: Settings;
  /** Sources that are known, offered while one types. */
  sources: readonly SourceChoice[];
  onChange: Change;
}

/** Words in customers' messages that make the bar suggest something; and a box to try them. */
export function Suggestions({ settings, sources, onChange }: SuggestionsProps) {
  const { keywords, adNames } = settings;
  const add = (rules: readonly KeywordRule[]) =>
    onChange(`Added ${rules.map(({ word }) => `“${word}”`).join(", ")}.`, (now) => ({
      ...now,
      keywords: [...now.keywords, ...rules],
    }));
  const remove = ({ word }: KeywordRule) =>
    onChange(`Removed “${word}”.`, (now) => ({
      ...now,
      keywords: now.keywords.filter((rule) => rule.word !== word),
    }));
  return (
    <Section
      id="suggestions"
      title="Suggestions"
      about="Words to listen for in what customers write. The bar then suggests a handoff or a source; nothing is done until the rep takes it, and no message leaves the page."
    >
      {keywords.length > 0 ? (
        <RuleTable rules={keywords} ads={adNames} onRemove={remove} />
      ) : (
        <p className={table.none}>No words yet: the bar suggests nothing.</p>
      )}
      <SuggestionForm known={keywords} sources={sources} onAdd={add} />
      <TryIt rules={keywords} ads={adNames} />
    </Section>
  );
}

interface RuleTableProps {
  rules: readonly KeywordRule[];
  ads: Record<string, string>;
  onRemove: (rule: KeywordRule) => void;
}

const RuleTable = ({ rules, ads, onRemove }: RuleTableProps) => (
  <table className={table.table}>
    <thead>
      <tr>
        <th scope="col">The customer writes</th>
        <th scope="col">The bar suggests</th>
        <th scope="col">
          <span className="spoken">Change</span>
        </th>
      </tr>
    </thead>
    <tbody>
      {rules.map((rule) => (
        <tr key={rule.word}>
          <th scope="row">
            <bdi>{rule.word}</bdi>
          </th>
          <td>{suggestsWords(rule.suggests, ads)}</td>
          <td className={table.act}>
            <Button look="quiet" label={`Remove ${rule.word}`} onPress={() => onRemove(rule)}>
              Remove
            </Button>
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);

/** What the rules would suggest of a message; it is kept nowhere. */
function TryIt({ rules, ads }: { rules: readonly KeywordRule[]; ads: Record<string, string> }) {
  const [text, setText] = useState("");
  const heard = heardIn(text, rules);
  return (
    <section className={tester.tester} aria-label="Try it">
      <h3>Try it</h3>
      <Field label="A customer writes" value={text} onText={setText} />
      {heard.length > 0 ? (
        <output>
          {heard.map(({ word, suggests }) => `“${word}”: ${suggestsWords(suggests, ads)}`).join("; ")}
        </output>
      ) : (
        <p>{text.trim() === "" ? "What the bar would suggest stands here." : "Nothing is suggested."}</p>
      )}
    </section>
  );
}
