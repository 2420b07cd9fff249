import type { Tab, TestBrowser } from "#test/support/driver.ts";
import { expect, test } from "./fixtures.ts";
import { button, status } from "./overlay.ts";
import { chooseFile, openAndCount } from "./pages.ts";

const today = () => new Date().toISOString().slice(0, 10);
const listOf = (...rows: string[]) => ["thread,ref,date,amount,currency", ...rows].join("\n");

/** A conversation that was tagged, and the options with a list of sales chosen. */
async function choose(rung: TestBrowser, csv: (id: string) => string): Promise<Tab> {
  const inbox = await openAndCount(rung);
  await inbox.click(button("Qualified"));
  await inbox.waitFor(status(/Qualified by you/));
  const opened = await inbox.suite("opened");
  const options = await rung.openExtension("options.html#sales");
  await options.waitFor({ css: "#sales h2" });
  await chooseFile(options, "shop.csv", csv(opened?.id ?? ""), "#sales");
  return options;
}

test("a list of sales is compared, imported once, and counted; what is not matched is listed", async ({
  rung,
}) => {
  let csv = "";
  const options = await choose(rung, (id) => {
    csv = listOf(`${id},A-1,${today()},85.00,USD`, `,nobody,${today()},9.00,USD`);
    return csv;
  });
  await options.waitFor({
    css: "#sales tbody tr",
    text: /nobody.*\$9\.00.*No conversation of a counted Page has the reference nobody\./s,
  });
  await options.click({ role: "button", name: "Import 1 sale" });
  await options.waitFor({ css: "#sales [role=status]", text: "1 sale recorded from shop.csv." });

  await chooseFile(options, "again.csv", csv, "#sales");
  await options.waitFor({ css: "#sales dl", text: /1 sale imported before\./ });
  expect(await options.count({ role: "button", name: /^Import / })).toBe(0);

  const popup = await rung.openExtension("popup.html");
  await popup.waitFor({ css: "ol li", text: /Close rate\s*100/ });
});

test("a list that is wrong is refused with its cells, and nothing is recorded", async ({ rung }) => {
  const options = await choose(rung, (id) =>
    listOf(`${id},A-1,${today()},85.00,USD`, `${id},A-2,16/11/2026,85.00,USD`),
  );
  await options.waitFor({ css: "#sales [role=alert]", text: /row 3, column “date”: “16\/11\/2026”/ });
  await chooseFile(options, "right.csv", listOf(`,A-1,${today()},85.00,USD`), "#sales");
  await options.waitFor({ css: "#sales tbody tr", text: /has the reference A-1\./ });
});
