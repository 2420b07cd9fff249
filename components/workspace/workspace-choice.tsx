import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Choice } from "#components/ui/choice.tsx";
import { chooseWorkspace, said } from "#lib/queries.ts";
import styles from "./workspace-choice.module.css";

/** Which of several teams a page shows; nothing where there is one. Where an event goes is its Page's to say. */
export function WorkspaceChoice() {
  const queries = useQueryClient();
  const { data: workspaces = [] } = useQuery(said("workspaces"));
  if (workspaces.length < 2) return null;
  const choose = async (id: string) => {
    await chooseWorkspace(id);
    // What was shown is another team's.
    queries.removeQueries({ queryKey: ["scorecard"] });
    await queries.invalidateQueries();
  };
  return (
    <div className={styles.choice}>
      <Choice
        label="Team"
        value={workspaces.find(({ isChosen }) => isChosen)?.id ?? ""}
        options={workspaces.map(({ id, link }) => ({ value: id, name: link.workspace }))}
        onChoose={(id) => void choose(id)}
      />
    </div>
  );
}
