import type { ReactNode } from "react";
import styles from "./section.module.css";

/** The parts of the options page by what they are about, in their order. */
export const GROUPS = [
  {
    name: "Workspace",
    parts: [
      { id: "team", name: "Team" },
      { id: "people", name: "People", administrators: true },
      { id: "pages", name: "Pages" },
      { id: "data", name: "Data of customers", administrators: true },
      { id: "audit", name: "Who did what", administrators: true },
    ],
  },
  {
    name: "Figures",
    parts: [
      { id: "spend", name: "Spend" },
      { id: "sales", name: "Sales" },
      { id: "costs", name: "Costs beside ads", managers: true },
      { id: "report", name: "Report" },
      { id: "goals", name: "Goals" },
    ],
  },
  {
    name: "Inbox",
    parts: [
      { id: "outcomes", name: "Outcomes" },
      { id: "hours", name: "Business hours" },
      { id: "targets", name: "Response targets" },
      { id: "suggestions", name: "Suggestions" },
    ],
  },
  {
    name: "Replies",
    parts: [
      { id: "macros", name: "Macros" },
      { id: "own-macros", name: "Your own macros" },
    ],
  },
  {
    name: "This browser",
    parts: [
      { id: "keys", name: "Keys" },
      { id: "alerts", name: "Alerts" },
      { id: "privacy", name: "Privacy" },
    ],
  },
] as const satisfies readonly Group[];

export type GroupName = (typeof GROUPS)[number]["name"];
type PartId = (typeof GROUPS)[number]["parts"][number]["id"];

interface Group {
  name: string;
  parts: readonly Part[];
}
/** Some parts are there for a team's administrators, or its managers, alone. */
export interface Part {
  id: string;
  name: string;
  administrators?: true;
  managers?: true;
}

/** Whether the address names a part. */
export const isPart = (id: string): boolean =>
  GROUPS.some(({ parts }) => parts.some((part) => part.id === id));

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
