import type { ReactNode } from "react";
import styles from "./section.module.css";

/** The parts of the options page, in their order. */
export const PARTS = [
  { id: "team", name: "Team" },
  { id: "people", name: "People", administrators: true },
  { id: "pages", name: "Pages" },
  { id: "spend", name: "Spend" },
  { id: "sales", name: "Sales" },
  { id: "costs", name: "Costs beside the ads" },
  { id: "report", name: "Report" },
  { id: "goals", name: "Goals" },
  { id: "hours", name: "Business hours" },
  { id: "targets", name: "Response targets" },
  { id: "outcomes", name: "Outcomes" },
  { id: "macros", name: "Macros" },
  { id: "suggestions", name: "Suggestions" },
  { id: "own-macros", name: "Your own macros" },
  { id: "keys", name: "Keys" },
  { id: "alerts", name: "Alerts" },
  { id: "privacy", name: "Privacy" },
  { id: "data", name: "Data of customers", administrators: true },
  { id: "audit", name: "Who did what", administrators: true },
] as const satisfies readonly { id: string; name: string; administrators?: true }[];
type PartId = (typeof PARTS)[number]["id"];

export interface SectionProps {
  id: PartId;
  title: string;
  about: string;
  children: ReactNode;
}

/** One part of the options page. */
export const Section = ({ id, title, about, children }: SectionProps) => (
  <section id={id} className={styles.section} aria-labelledby={`${id}-title`}>
    <h2 id={`${id}-title`}>{title}</h2>
    <p className={styles.about}>{about}</p>
    {children}
  </section>
);
