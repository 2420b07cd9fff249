import type { Tab, TestBrowser } from "#test/support/driver.ts";
import { button, status } from "./overlay.ts";

/** The inbox of a Page that nobody has answered for; the bar asks, and it is counted. */
export async function openAndCount(rung: TestBrowser): Promise<Tab> {
  const inbox = await rung.openInbox({ start: "first" });
  await inbox.click(button("Count it"));
  await inbox.waitFor(status(/Not tagged yet/));
  return inbox;
}

/** Gives a file to the file input of a part of the options, as choosing it does. */
export const chooseFile = (tab: Tab, name: string, content: string, part = "#spend"): Promise<void> =>
  tab.evaluate(
    (file) => {
      const input = document.querySelector<HTMLInputElement>(`${file.part} input[type=file]`);
      if (!input) throw new Error("no file input");
      const files = new DataTransfer();
      files.items.add(new File([file.content], file.name, { type: "text/csv" }));
      input.files = files.files;
      input.dispatchEvent(new Event("change", { bubbles: true }));
    },
    { name, content, part },
  );

/** An export of one campaign by day, one day. */
export const spendOf = (day: string, amount: string): string =>
  [
    "Reporting starts,Reporting ends,Day,Campaign name,Amount spent (USD)",
    `${day},${day},${day},Hoodie,${amount}`,
    "",
  ].join("\n");

/** Opens the options and imports what the ads cost. */
export async function importSpend(rung: TestBrowser, csv: string): Promise<Tab> {
  const options = await rung.openExtension("options.html");
  await options.waitFor({ css: "#spend h2" });
  await chooseFile(options, "november.csv", csv);
  await options.write({ role: "textbox", name: "Name of the ad account" }, "Main");
  await options.click({ role: "button", name: "Import" });
  await options.waitFor({ css: "#spend", text: "1 rows imported for Main." });
  return options;
}

/** Pairs the extension by its options page. */
export async function pairWith(options: Tab, server: string, code: string): Promise<void> {
  await options.write({ role: "textbox", name: "Address of the server" }, server);
  await options.write({ role: "textbox", name: "Pairing code" }, code);
  await options.click({ role: "button", name: "See what it pairs with" });
  await options.click({ role: "button", name: /^Pair with / });
  await options.waitFor({ css: "#team", text: /Everything is sent\./ });
}
