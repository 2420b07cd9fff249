import { Choice } from "#components/ui/choice.tsx";

export interface ZoneChoiceProps {
  label: string;
  hint?: string;
  zone: string;
  onZone: (zone: string) => void;
}

/** One of the time zones that this browser knows; one that it does not list stays as it is. */
export function ZoneChoice({ label, hint, zone, onZone }: ZoneChoiceProps) {
  const known = Intl.supportedValuesOf("timeZone");
  const zones = known.includes(zone) ? known : [zone, ...known];
  return (
    <Choice
      label={label}
      {...(hint !== undefined && { hint })}
      value={zone}
      onChoose={onZone}
      options={zones.map((name) => ({ value: name, name: name.replaceAll("_", " ") }))}
    />
  );
}
