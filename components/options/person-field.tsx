import { Field } from "#components/ui/field.tsx";

/** Who is meant: the id that the inbox has for a customer. */
export const PersonField = ({ value, onText }: { value: string; onText: (text: string) => void }) => (
  <Field
    label="Id of their conversation"
    value={value}
    maxLength={120}
    hint="It is what follows selected_item_id= in the address of the inbox while their conversation is open."
    onText={onText}
  />
);
