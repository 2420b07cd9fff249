import { Button } from "#components/ui/button.tsx";
import styles from "./table.module.css";
import { Section } from "./section.tsx";

export interface PageShown {
  asset: string;
  name: string | null;
  counted: boolean;
  workspace: string | null;
  workspaceId: string | null;
  /** Whoever may not only reads. */
  mayAnswer: boolean;
  events: number;
  waiting: number;
}

export interface PagesProps {
  pages: readonly PageShown[];
  onAnswer: (page: PageShown, counted: boolean) => void;
}

/** Which Pages are counted, who says so, and what was recorded of each here. */
export const Pages = ({ pages, onAnswer }: PagesProps) => (
  <Section
    id="pages"
    title="Pages"
    about="Rung records nothing of a Page until somebody says that it counts. The bar in the inbox asks once; here the answer can be changed."
  >
    {pages.length === 0 ? (
      <p className={styles.none}>No Page is known yet. Open the inbox, and the bar asks.</p>
    ) : (
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Page</th>
            <th scope="col">Counted</th>
            <th scope="col">Said by</th>
            <th scope="col" className={styles.number}>
              Recorded here
            </th>
            <th scope="col">
              <span className="spoken">Change</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {pages.map((page) => (
            <tr key={`${page.asset} ${page.workspaceId}`}>
              <th scope="row">
                {page.name ?? "Unnamed Page"} <small>{page.asset}</small>
              </th>
              <td>{page.counted ? "Yes" : "No"}</td>
              <td>{page.workspace ?? "This browser"}</td>
              <td className={styles.number}>
                {page.events}
                {page.waiting > 0 && page.workspace !== null && <small> ({page.waiting} waiting)</small>}
              </td>
              <td className={styles.act}>
                {page.mayAnswer && (
                  <Button
                    label={`${page.counted ? "Stop counting" : "Count"} ${page.name ?? page.asset}`}
                    onPress={() => onAnswer(page, !page.counted)}
                  >
                    {page.counted ? "Stop counting" : "Count"}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    )}
    {pages.length > 0 && pages.every(({ mayAnswer }) => !mayAnswer) && (
      <p className={styles.none}>An administrator of your team decides this.</p>
    )}
  </Section>
);
