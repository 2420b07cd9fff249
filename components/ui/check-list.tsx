import { useId } from "react";
import styles from "./check-list.module.css";

export interface CheckListProps<Value extends string> {
  legend: string;
  options: readonly { value: Value; name: string }[];
  chosen: readonly Value[];
  onChoose: (chosen: Value[]) => void;
}

/** Any of several, each a box to tick; what is chosen keeps the order of the options. */
export function CheckList<Value extends string>(props: CheckListProps<Value>) {
  const { legend, options, chosen, onChoose } = props;
  const id = useId();
  return (
    <fieldset className={styles.list}>
      <legend>{legend}</legend>
      {options.map(({ value, name }, index) => (
        <span key={value}>
          <input
            id={`${id}-${index}`}
            type="checkbox"
            checked={chosen.includes(value)}
            onChange={({ target }) =>
              onChoose(
                options
                  .map((one) => one.value)
                  .filter((one) => (one === value ? target.checked : chosen.includes(one))),
              )
            }
          />
          <label htmlFor={`${id}-${index}`}>{name}</label>
        </span>
      ))}
    </fieldset>
  );
}
