import type { ReactNode } from "react";
import { deliveryFacts, whyDelivery } from "./delivery-words.ts";
import { Explained } from "./explained.tsx";
import { sayRevenue, sayRoi } from "./money-words.ts";
import styles from "./money-facts.module.css";
import { money } from "./numbers.ts";
import { type Reading, tellingOf } from "./reading.ts";
import { whyRoi } from "./why-roi.ts";
import { whyRung } from "./why-rung.ts";
import { inShort, say } from "./words.ts";

/** What was paid and earned in these days: immediate and assisted sales apart, with the window that they count within. */
export function MoneyFacts({ reading }: { reading: Reading }) {
  const { card, slice } = reading;
  const { spendMinor, totalCostMinor } = slice;
  const amount = (minor: number | null) =>
    minor === null ? "no cost recorded" : money(minor, card.currency);
  const { inChat, outside, window } = sayRevenue(reading);
  return (
    <section className={styles.money} aria-label="Money">
      <h2>Money</h2>
      <dl>
        <Fact name="Spend">{amount(spendMinor)}</Fact>
        <Fact name="Total cost">{amount(totalCostMinor)}</Fact>
        <Fact name={`Sold in chat, ${window}`}>{inChat}</Fact>
        <Fact name={`Sold outside, ${window}`}>{outside}</Fact>
        <Fact name="ROI">
          <Explained why={() => whyRoi(reading)}>{sayRoi(reading)}</Explained>
        </Fact>
        <Fact name="CPA">
          <Explained why={() => whyRung("cpa", reading)}>{inShort(say(tellingOf("cpa", reading)))}</Explained>
        </Fact>
        {deliveryFacts(reading).map((fact) => (
          <Fact key={fact.name} name={fact.name}>
            <Explained why={() => whyDelivery(fact)}>{fact.value ?? "not reported"}</Explained>
          </Fact>
        ))}
      </dl>
    </section>
  );
}

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);
