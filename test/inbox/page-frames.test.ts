import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { createPageFrames } from "#lib/inbox/page-frames.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

function start() {
  const controller = new AbortController();
  onTestFinished(() => controller.abort());
  const done: string[] = [];
  const frames = createPageFrames(window, controller.signal);
  return {
    frames,
    done,
    join: (what: string) => frames.join(() => void done.push(what)),
    abort: () => controller.abort(),
  };
}

describe("work that joins a frame of the page", () => {
  it("is done in the frame that the page draws for its next change, once", async () => {
    const { frames, done, join } = start();
    join("look");
    frames.changed();
    expect(done).toEqual([]);
    await vi.advanceTimersToNextFrame();
    expect(done).toEqual(["look"]);
    frames.changed();
    await vi.advanceTimersByTimeAsync(200);
    expect(done).toEqual(["look"]);
  });

  it("does not wait for a page that stands still", async () => {
    const { done, join } = start();
    join("look");
    await vi.advanceTimersByTimeAsync(100);
    expect(done).toEqual(["look"]);
  });

  it("asks for no frame where nothing waits", () => {
    const { frames } = start();
    const asked = vi.spyOn(window, "requestAnimationFrame");
    frames.changed();
    expect(asked).not.toHaveBeenCalled();
  });

  it("is done at once in a tab that nobody sees: it draws no frames", async () => {
    const { frames, done, join } = start();
    vi.spyOn(document, "hidden", "get").mockReturnValue(true);
    join("look");
    frames.changed();
    await vi.advanceTimersByTimeAsync(0);
    expect(done).toEqual(["look"]);
  });

  it("is done though other work before it throws", async () => {
    const { frames, done, join } = start();
    frames.join(() => {
      throw new Error("This one fails.");
    });
    join("look");
    frames.changed();
    await expect(vi.advanceTimersByTimeAsync(20)).rejects.toThrow("This one fails.");
    expect(done).toEqual(["look"]);
  });

  it("can be taken back, and ends with the signal", async () => {
    const { frames, done, join, abort } = start();
    join("taken back")();
    join("ended");
    abort();
    frames.changed();
    await vi.advanceTimersByTimeAsync(200);
    expect(done).toEqual([]);
  });

  it("is followed by what asks for its end, after all that it has set in motion", async () => {
    const { frames, done } = start();
    expect(frames.atEnd(() => void done.push("too early"))).toBe(false);
    frames.join(() => {
      void Promise.resolve().then(() => done.push("drawn"));
      expect(frames.atEnd(() => void done.push("placed"))).toBe(true);
    });
    frames.changed();
    await vi.advanceTimersByTimeAsync(20);
    expect(done).toEqual(["drawn", "placed"]);
  });
});
