import { useId, useRef, useState } from "react";
import { MACRO_VARIABLES } from "#lib/domain/macro-variable.ts";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import field from "#components/ui/field.module.css";
import styles from "./macros.module.css";

interface MacroTextProps {
  template: string;
  problem: string | undefined;
  onText: (template: string) => void;
}

/** What would end or split a placeholder has no place in a question. */
const asked = (text: string): string => text.replaceAll(/[{}|\n]/g, " ").trim();

/** The text of a macro; variables and questions go in at the caret by a click. */
export function MacroText({ template, problem, onText }: MacroTextProps) {
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const [question, setQuestion] = useState("");
  const put = (placeholder: string) => {
    const { selectionStart: from, selectionEnd: to } = area.current ?? {
      selectionStart: template.length,
      selectionEnd: template.length,
    };
    onText(template.slice(0, from) + placeholder + template.slice(to));
    area.current?.focus();
  };
  return (
    <div className={field.field}>
      <label htmlFor={id}>Text</label>
      <textarea
        ref={area}
        id={id}
        value={template}
        maxLength={10_000}
        dir="auto"
        aria-invalid={problem !== undefined}
        aria-describedby={`${id}-below`}
        onChange={(event) => onText(event.target.value)}
      />
      <p id={`${id}-below`} className={problem === undefined ? field.hint : field.problem}>
        {problem ??
          "After a bar stands what to say where a value is not known: {{customer.first_name|there}}"}
      </p>
      <div className={styles.variables}>
        {Object.entries(MACRO_VARIABLES).map(([name, about]) => (
          <Button key={name} label={`Insert ${name}: ${about}`} onPress={() => put(`{{${name}}}`)}>
            {name}
          </Button>
        ))}
      </div>
      <div className={styles.ask}>
        <Field
          label="Ask the rep before it is inserted"
          value={question}
          maxLength={60}
          placeholder="size"
          onText={setQuestion}
        />
        <Button
          disabled={asked(question) === ""}
          onPress={() => {
            put(`{{ask:${asked(question)}}}`);
            setQuestion("");
          }}
        >
          Insert the question
        </Button>
      </div>
    </div>
  );
}
