import { type SubmitEvent, useLayoutEffect, useId, useRef, useState } from "react";
import { majorText } from "#lib/domain/amount.ts";
import type { Sale } from "#lib/domain/sale.ts";
import { parseTyped } from "#lib/domain/typed-amount.ts";

export interface SaleInput {
  amountMinor: number;
  currency: string;
  how: Sale["how"];
}

interface SaleFormProps {
  /** The sale as it stands, to be corrected. */
  sale: Pick<Sale, "amountMinor" | "currency" | "how">;
  /** Where the sale names none. */
  currency: string;
  currencies: readonly string[];
  focused: boolean;
  onSave: (input: SaleInput) => void;
}

/** What was sold for how much, and whether it was sold here in the chat. */
export function SaleForm({ sale, currency: usual, currencies, focused, onSave }: SaleFormProps) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [currency, setCurrency] = useState(sale.currency ?? usual);
  const [how, setHow] = useState(sale.how);
  const [text, setText] = useState(
    sale.amountMinor === null ? "" : majorText(sale.amountMinor, sale.currency ?? usual),
  );
  const [problem, setProblem] = useState<string | null>(null);

  // Before anything else is typed.
  useLayoutEffect(() => {
    if (focused) field.current?.select();
  }, [focused]);

  const save = (event: SubmitEvent) => {
    event.preventDefault();
    const typed = parseTyped(text, currency);
    if (typed.ok) onSave({ amountMinor: typed.amountMinor, currency, how });
    else setProblem(typed.sentence);
  };

  return (
    <form className="sale" onSubmit={save} noValidate>
      <div className="fields">
        <label htmlFor={`${id}-amount`}>Amount</label>
        <input
          id={`${id}-amount`}
          ref={field}
          value={text}
          inputMode="decimal"
          autoComplete="off"
          aria-invalid={problem !== null}
          aria-describedby={`${id}-problem`}
          onChange={({ target }) => {
            setText(target.value);
            setProblem(null);
          }}
        />
        <select aria-label="Currency" value={currency} onChange={({ target }) => setCurrency(target.value)}>
          {currencies.map((code) => (
            <option key={code}>{code}</option>
          ))}
        </select>
      </div>
      <label className="check">
        <input
          type="checkbox"
          checked={how === "outside"}
          onChange={({ target }) => setHow(target.checked ? "outside" : "in_chat")}
        />
        Sold outside this chat
      </label>
      <p className="problem" id={`${id}-problem`} role="alert">
        {problem}
      </p>
      <button type="submit" className="button primary">
        Save amount
      </button>
    </form>
  );
}
