import { decimalsOf } from "#lib/domain/currency.ts";
import type { Delivery } from "#lib/domain/delivery.ts";
import { percentFine } from "./numbers.ts";
import type { Reading } from "./reading.ts";
import { line, type Why } from "./why.ts";

/** One figure of what the ads were shown for, with its formula; `value` is null where the export does not report it. */
export interface DeliveryFact {
  name: string;
  formula: string;
  value: string | null;
}

/** Minor units that are less than one, as a view's price is. */
function fineMoney(minor: number, currency: string | null): string {
  if (currency === null) return "";
  const format = new Intl.NumberFormat(undefined, { style: "currency", currency, maximumFractionDigits: 4 });
  return format.format(minor / 10 ** decimalsOf(currency));
}

const rate = (value: number | null): string | null => (value === null ? null : percentFine(value));

/** CPM, CPV, click-to-message and engagement rate of a slice. */
export function deliveryFacts({ card, slice }: Reading): DeliveryFact[] {
  const { cpm, cpv, clickToMessage, engagementRate }: Delivery = slice.delivery;
  const price = (minor: number | null) => (minor === null ? null : fineMoney(minor, card.currency));
  const of = engagementRate?.of ?? "impressions";
  return [
    { name: "CPM", formula: "1000 × spend / impressions", value: price(cpm) },
    { name: "CPV", formula: "Spend / views", value: price(cpv) },
    {
      name: "Click to message",
      formula: "Started / link clicks",
      value: rate(clickToMessage[slice.ladder.headline]),
    },
    {
      name: "Engagement rate",
      formula: `Engagements / ${of}`,
      value: rate(engagementRate?.value ?? null),
    },
  ];
}

export const whyDelivery = ({ name, formula, value }: DeliveryFact): Why => ({
  title: name,
  formula: `${formula}: ${value ?? "not in the imported export"}`,
  lines: [
    ...line(
      "Counts",
      "Rows of the imported spend that report both; a row without a count is in no figure of it.",
    ),
    ...line(
      "Next step",
      value === null ? "Export with these columns from Ads Manager and import it again." : null,
    ),
    ...line("Defined", "“The ladder”: also, beside it."),
  ],
});
