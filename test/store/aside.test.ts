import { beforeEach, describe, expect, it } from "vitest";
import { dismissing, NO_ASIDE } from "#lib/domain/aside.ts";
import { changeAside, readAside } from "#lib/store/aside.ts";
import { erase } from "#lib/store/erase.ts";
import { forgetThreads, threadsToForget } from "#lib/store/forget.ts";
import { answerPageHere } from "#lib/store/page.ts";
import { type Device, device, MORNING, PAGE, thread } from "./device.ts";

const NORA = thread("7");
const noting = (note: string) => changeAside(here, NORA, (aside) => ({ ...aside, note }));

let here: Device;
beforeEach(async () => {
  here = device();
  await answerPageHere(here, { asset: PAGE, name: null, counted: true });
});

describe("what this browser alone holds of a conversation", () => {
  it("is kept for that one, and not at all where nothing is left of it", async () => {
    await noting("Calls back");
    await changeAside(here, NORA, (aside) => dismissing(aside, "refund", MORNING));
    expect(await readAside(here, NORA)).toEqual({
      note: "Calls back",
      dismissed: [{ word: "refund", at: MORNING }],
    });
    expect(await readAside(here, thread("8"))).toEqual(NO_ASIDE);
    await changeAside(here, NORA, () => NO_ASIDE);
    expect(await here.db.asides.count()).toBe(0);
    expect(await here.db.outbox.count()).toBe(0);
  });

  it("is not kept on a Page that is not counted", async () => {
    const other = thread("7", "2002");
    await changeAside(here, other, (aside) => ({ ...aside, note: "x" }));
    expect(await readAside(here, other)).toEqual(NO_ASIDE);
  });

  it("goes with what is known of customers, and with a person who was erased", async () => {
    await noting("Calls back");
    const key = "00".repeat(32);
    const secret = await crypto.subtle.importKey(
      "raw",
      new Uint8Array(32),
      { name: "HMAC", hash: "SHA-256" },
      false,
      ["sign"],
    );
    const digest = Buffer.from(
      await crypto.subtle.sign("HMAC", secret, new TextEncoder().encode(NORA.id)),
    ).toString("hex");
    await forgetThreads(here, await threadsToForget(here, { key, digests: [digest] }));
    expect(await readAside(here, NORA)).toEqual(NO_ASIDE);
    await noting("Again");
    await erase(here, "conversations");
    expect(await readAside(here, NORA)).toEqual(NO_ASIDE);
  });

  it("keeps a dismissal once a word, and the latest 200", () => {
    const twice = dismissing(dismissing(NO_ASIDE, "refund", 1), "refund", 2);
    expect(twice.dismissed).toEqual([{ word: "refund", at: 2 }]);
    let many = NO_ASIDE;
    for (let number = 0; number < 300; number++) many = dismissing(many, `word ${number}`, number);
    expect(many.dismissed).toHaveLength(200);
    expect(many.dismissed.at(-1)?.word).toBe("word 299");
  });
});
