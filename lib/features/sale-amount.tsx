import { SaleForm, type SaleInput } from "#components/bar/sale-form.tsx";
import { formatMinor } from "#lib/domain/amount.ts";
import type { Sale } from "#lib/domain/sale.ts";
import { useHeldCurrent, useOverlay, useOverlayState } from "#lib/overlay/context.ts";
import { mayChange } from "#lib/overlay/may-change.ts";
import type { Judgement } from "#lib/overlay/overlay.ts";
import { features } from "./registry.ts";

/** Offered beside the workspace's own, which comes first. */
const COMMON = ["USD", "EUR", "GBP", "JPY", "INR", "IDR", "BRL", "MXN", "THB", "VND", "PHP", "AED", "KWD"];

/** An amount corrects the sale; where it was sold cannot be corrected, so the sale is recorded anew. */
function judgementsOf(
  sale: Sale,
  tag: string | undefined,
  { amountMinor, currency, how }: SaleInput,
): Judgement[] {
  if (how === sale.how)
    return [{ kind: "sale_corrected", data: { target: sale.event, amountMinor, currency } }];
  return [
    { kind: "withdrawn", data: { target: sale.event } },
    { kind: "sale_recorded", data: { how, amountMinor, currency, tag } },
  ];
}

function SaleAmount() {
  const overlay = useOverlay();
  const focused = useOverlayState(({ panel }) => panel?.focused ?? false);
  const usual = useOverlayState(({ settings }) => settings?.currency) ?? "USD";
  const { thread, conversation, log } = useHeldCurrent();
  const sale = conversation?.sales.at(-1);
  const tag = conversation?.outcome?.event;
  if (!thread || !sale) return null;
  const recorded = log?.events.find(({ id }) => id === sale.event);
  if (!mayChange(recorded?.member, log?.link))
    return (
      <div className="prose">
        <p>A colleague recorded this sale. A manager can correct or withdraw it.</p>
      </div>
    );

  const save = (input: SaleInput) => {
    if (!overlay.judge(thread, judgementsOf(sale, tag, input))) return;
    overlay.say(`Converted: ${formatMinor(input.amountMinor, input.currency)}`);
    overlay.close();
  };
  return (
    <SaleForm
      key={sale.event}
      sale={sale}
      currency={usual}
      currencies={[...new Set([sale.currency ?? usual, usual, ...COMMON])]}
      focused={focused}
      onSave={save}
    />
  );
}

features.add("sale-amount", { panel: { id: "sale", title: "What was it worth?", View: SaleAmount } });
