import { expect, it } from "vitest";
import { CountingLine } from "#components/options/undo-line.tsx";
import { draw } from "./drawn.ts";

it("while everything is counted anew a line is read out, with a progress of unknown length", async () => {
  await draw(<CountingLine />);
  const [said, progress] = [document.querySelector("output"), document.querySelector("progress")];
  expect(said?.textContent).toMatch(/counted anew/);
  expect(progress?.getAttribute("aria-label")).toBe("Counting anew");
  expect(progress?.position).toBe(-1);
});
