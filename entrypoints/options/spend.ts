import type { SpendActions } from "#components/options/spend.tsx";
import { ask } from "#lib/ask.ts";
import { decode } from "#lib/spend/decode.ts";

/** The file that was checked last waits here until its ad account is named. */
export function spendActions(): SpendActions {
  let csv = "";
  return {
    onCheck: async (file) => {
      const decoded = decode(new Uint8Array(await file.arrayBuffer()));
      if (!decoded.ok) return { sentence: decoded.reason, fields: {} };
      csv = decoded.text;
      const answer = await ask("checkSpend", { csv });
      return answer.ok ? answer.value : answer;
    },
    onImport: async (account) => {
      const answer = await ask("importSpend", { csv, account });
      return answer.ok ? answer.value : answer;
    },
  };
}
