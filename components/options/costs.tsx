import { useState } from "react";
import { formatMinor } from "#lib/domain/amount.ts";
import { COST_NAMES, type CostLine } from "#lib/domain/cost-line.ts";
import type { Settings } from "#lib/domain/settings.ts";
import { Button } from "#components/ui/button.tsx";
import type { Change } from "./change.ts";
import { CostForm } from "./cost-form.tsx";
import { type CostDraft, draftOf, newCost } from "./cost-draft.ts";
import { Section } from "./section.tsx";
import table from "./table.module.css";

export interface CostsProps {
  settings: Settings;
  /** What campaigns of the spend a cost may be for; creators are the settings' own. */
  campaigns: readonly string[];
  currency: string;
  today: string;
  newId: () => string;
  onChange: Change;
}

/** What conversations cost besides what the platform charged; CAC counts it, day by day of its term. */
export function Costs({ settings, campaigns, currency, today, newId, onChange }: CostsProps) {
  const { costLines } = settings;
  /** As it was opened: a colleague may remove it meanwhile, and saving adds it again. */
  const [edited, setEdited] = useState<{ id: string; opened: CostDraft } | null>(null);
  const keep = (line: CostLine) => {
    onChange(`Saved “${line.name}”.`, (now) => ({
      ...now,
      costLines: now.costLines.some(({ id }) => id === line.id)
        ? now.costLines.map((known) => (known.id === line.id ? line : known))
        : [...now.costLines, line],
    }));
    setEdited(null);
  };
  const remove = (line: CostLine) =>
    onChange(`Removed “${line.name}”.`, (now) => ({
      ...now,
      costLines: now.costLines.filter(({ id }) => id !== line.id),
    }));
  const edit = (line: CostLine) => setEdited({ id: line.id, opened: draftOf(line) });
  const known = costLines.find(({ id }) => id === edited?.id);
  return (
    <Section
      id="costs"
      title="Costs beside the ads"
      about="Creator fees, usage rights, hours: what conversations cost besides what the platform charged. CAC and ROI count them, shared out over the days of their term."
    >
      {costLines.length > 0 && <CostTable lines={costLines} onEdit={edit} onRemove={remove} />}
      {edited === null ? (
        <div>
          <Button onPress={() => setEdited({ id: newId(), opened: newCost(today, currency) })}>
            Add a cost
          </Button>
        </div>
      ) : (
        <CostForm
          key={edited.id}
          name={known?.name ?? null}
          saved={known ? draftOf(known) : edited.opened}
          campaigns={campaigns}
          creators={settings.creators}
          onSave={(line) => keep({ ...line, id: edited.id })}
          onCancel={() => setEdited(null)}
        />
      )}
    </Section>
  );
}

interface CostTableProps {
  lines: readonly CostLine[];
  onEdit: (line: CostLine) => void;
  onRemove: (line: CostLine) => void;
}

const CostTable = ({ lines, onEdit, onRemove }: CostTableProps) => (
  <table className={table.table}>
    <thead>
      <tr>
        <th scope="col">Cost</th>
        <th scope="col">Paid for</th>
        <th scope="col">Term</th>
        <th scope="col" className={table.number}>
          Amount
        </th>
        <th scope="col">
          <span className="spoken">Change</span>
        </th>
      </tr>
    </thead>
    <tbody>
      {lines.map((line) => (
        <tr key={line.id}>
          <th scope="row">
            {line.name} <small>{COST_NAMES[line.kind]}</small>
          </th>
          <td>{line.campaign ?? line.creator ?? "everybody"}</td>
          <td>{line.from === line.to ? line.from : `${line.from} to ${line.to}`}</td>
          <td className={table.number}>
            {formatMinor(line.amountMinor, line.currency)}
            {line.hours !== null && <small> × {line.hours} h</small>}
          </td>
          <td className={table.act}>
            <Button look="quiet" label={`Edit ${line.name}`} onPress={() => onEdit(line)}>
              Edit
            </Button>
            <Button look="quiet" label={`Remove ${line.name}`} onPress={() => onRemove(line)}>
              Remove
            </Button>
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);
