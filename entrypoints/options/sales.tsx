import { useMemo } from "react";
import { Sales, type SalesActions } from "#components/options/sales.tsx";
import { ask } from "#lib/ask.ts";
import type { LinkState } from "#lib/messages.ts";
import { SALES_FILE } from "#lib/sales/wanted.ts";
import { decode } from "#lib/spend/decode.ts";

/** The file that was checked last waits here until it is imported. */
function salesActions(): SalesActions {
  let csv = "";
  return {
    onCheck: async (file) => {
      const decoded = decode(new Uint8Array(await file.arrayBuffer()), SALES_FILE);
      if (!decoded.ok) return { sentence: decoded.reason, fields: {} };
      csv = decoded.text;
      const answer = await ask("checkSales", { csv });
      return answer.ok ? answer.value : answer;
    },
    onImport: async () => {
      const answer = await ask("importSales", { csv });
      return answer.ok ? answer.value : answer;
    },
  };
}

export function SalesPart({ link, again }: { link: LinkState; again: () => void }) {
  const { onCheck, onImport } = useMemo(() => salesActions(), []);
  const isAlone = link.state === "alone" || link.state === "revoked";
  return (
    <Sales
      workspace={isAlone ? null : link.workspace}
      mayImport={isAlone || link.role === "manager" || link.role === "admin"}
      onCheck={onCheck}
      onImport={() => onImport().finally(again)}
    />
  );
}
