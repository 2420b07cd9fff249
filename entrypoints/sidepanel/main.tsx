import "#components/theme.css";
import "#components/ui/page.css";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createRoot } from "react-dom/client";
import { onMessage } from "#lib/messages.ts";
import { App } from "./app.tsx";
import { startClock } from "./clock.ts";

const queries = new QueryClient();
onMessage("changed", () => {
  void queries.invalidateQueries();
});

const root = document.querySelector("#root");
const clock = startClock();
if (root)
  createRoot(root).render(
    <QueryClientProvider client={queries}>
      <App clock={clock} />
    </QueryClientProvider>,
  );
