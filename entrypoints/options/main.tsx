import "#components/theme.css";
import "#components/ui/page.css";
import "#components/options/page.css";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createRoot } from "react-dom/client";
import { onMessage } from "#lib/messages.ts";
import { App } from "./app.tsx";

const queries = new QueryClient();
// To weigh what is stored reads all of it: not at every message that the inbox sees.
onMessage("changed", () => {
  void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== "inventory" });
});

const root = document.querySelector("#root");
if (root)
  createRoot(root).render(
    <QueryClientProvider client={queries}>
      <App />
    </QueryClientProvider>,
  );
