import { launch } from "#test/support/launch.ts";
import { findExecutable, test } from "./fixtures.ts";
import { button, openCounted, status } from "./overlay.ts";
import { openAndCount, pairWith } from "./pages.ts";
import { team } from "./team.ts";

test("what one rep tags stands in the other's bar within two seconds, and the other way round", async ({
  rung,
  kind,
}) => {
  test.setTimeout(120_000);
  await using server = await team();
  const other = await launch({ name: kind, executable: await findExecutable(kind) });
  try {
    await pairWith(await rung.openExtension("options.html"), server.url, await server.code("Kim"));
    const kim = await openAndCount(rung);
    await pairWith(await other.openExtension("options.html"), server.url, await server.code("Lee"));
    const lee = await openCounted(other);

    await kim.click(button("Qualified"));
    await kim.waitFor(status(/Qualified by .*synced/));
    await lee.waitFor(status(/Qualified by Kim.*/), { within: 2_000 });

    await lee.click(button("Sales-ready"));
    await lee.waitFor(status(/Sales-ready by .*synced/));
    await kim.waitFor(status(/Sales-ready by Lee.*/), { within: 2_000 });
  } finally {
    await other.close();
  }
});
