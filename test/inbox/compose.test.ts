import { afterEach, beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { insertText, rememberCaret } from "#lib/inbox/compose.ts";
import { holdsText, readComposer } from "#lib/inbox/composer.ts";

const { signal } = new AbortController();

/** What a paste carries, which jsdom does not have. */
class Transfer {
  #text = "";
  setData = (_: string, text: string) => void (this.#text = text);
  getData = () => this.#text;
}

class Paste extends Event {
  readonly clipboardData: Transfer;
  constructor(kind: string, init: EventInit & { clipboardData: Transfer }) {
    super(kind, init);
    this.clipboardData = init.clipboardData;
  }
}

beforeEach(() => {
  Object.assign(window, { DataTransfer: Transfer, ClipboardEvent: Paste });
});

afterEach(() => document.body.replaceChildren());

/** An editor that takes a paste at its caret, so many frames late; `takes` may change or refuse the text. */
function editor(text: string, takes: (text: string) => string | null = (pasted) => pasted, late = 1) {
  const composer = document.createElement("div");
  composer.setAttribute("role", "textbox");
  composer.setAttribute("contenteditable", "true");
  composer.tabIndex = 0;
  composer.innerHTML = "<p></p>";
  const paragraph = composer.firstElementChild;
  if (paragraph) paragraph.textContent = text;
  const pastes: string[] = [];
  composer.addEventListener("paste", (event) => {
    const pasted = event instanceof Paste ? event.clipboardData.getData() : "";
    pastes.push(pasted);
    const taken = takes(pasted);
    const range = document.getSelection()?.getRangeAt(0);
    const commit = () => {
      if (taken === null || !range) return;
      range.deleteContents();
      range.insertNode(document.createTextNode(taken));
    };
    const wait = (frames: number) =>
      frames === 0 ? commit() : requestAnimationFrame(() => wait(frames - 1));
    wait(late);
  });
  const keys: string[] = [];
  document.addEventListener("keydown", ({ key }) => keys.push(key));
  document.body.append(composer);
  return { composer, pastes, keys };
}

const insert = (composer: HTMLElement | null, text: string, isStillOpen = () => true) =>
  insertText({ window, composer, text, isStillOpen, signal });

function putCaret(composer: HTMLElement, offset: number): void {
  composer.focus();
  const text = composer.querySelector("p")?.firstChild;
  if (text) document.getSelection()?.collapse(text, offset);
}

/** An editor whose caret is remembered, and left for another field. */
function remembered(text: string) {
  const { composer } = editor(text);
  const controller = new AbortController();
  onTestFinished(() => controller.abort());
  const caret = rememberCaret(window, controller.signal, () => composer);
  return {
    composer,
    told: () => document.dispatchEvent(new Event("selectionchange")),
    leave: () => {
      const other = document.createElement("input");
      document.body.append(other);
      other.focus();
    },
    insertThere: (inserted: string) =>
      insertText({ window, composer, text: inserted, isStillOpen: () => true, caret: caret(), signal }),
  };
}

describe("a text put into the composer", () => {
  it("stands at the caret, once, and no key was pressed", async () => {
    const { composer, pastes, keys } = editor("Hello world");
    putCaret(composer, 5);
    expect(await insert(composer, ",\r\ndear")).toEqual({ inserted: true, because: "verified" });
    expect(readComposer(composer).text.replace("\n", "|")).toBe("Hello,|dear world");
    expect(pastes).toEqual([",\ndear"]);
    expect(keys).toEqual([]);
  });

  it("stands at the end where the composer was never entered", async () => {
    const { composer } = editor("Hello ");
    expect(await insert(composer, "there")).toMatchObject({ inserted: true });
    expect(readComposer(composer)).toMatchObject({ kind: "lexical", text: "Hello there" });
  });

  it("stands where the caret was before the focus went elsewhere", async () => {
    const { composer, told, leave, insertThere } = remembered("ab");
    putCaret(composer, 1);
    told();
    leave();
    document.getSelection()?.removeAllRanges();
    expect(await insertThere("X")).toMatchObject({
      inserted: true,
    });
    expect(readComposer(composer).text).toBe("aXb");
  });

  it("goes where the caret was last, though the editor was left before the page could tell of it", async () => {
    const { composer, told, leave, insertThere } = remembered("ab");
    composer.focus();
    putCaret(composer, 2);
    told();
    putCaret(composer, 1);
    leave();
    document.getSelection()?.removeAllRanges();
    await insertThere("X");
    expect(readComposer(composer).text).toBe("aXb");
  });

  it("goes where the caret was last, though the editor puts the one before back when it gets the focus", async () => {
    const { composer, told, leave, insertThere } = remembered("ab");
    putCaret(composer, 1);
    told();
    leave();
    composer.addEventListener("focus", () => requestAnimationFrame(() => putCaret(composer, 2)));
    await insertThere("X");
    expect(readComposer(composer).text).toBe("aXb");
  });

  it("waits for an editor that commits late, and never tries twice", async () => {
    const { composer, pastes } = editor("", undefined, 6);
    expect(await insert(composer, "late")).toMatchObject({ inserted: true });
    expect(pastes).toHaveLength(1);
  });

  it("is reported when the editor takes nothing, or something else", async () => {
    expect(await insert(editor("a", () => null).composer, "b")).toEqual({
      inserted: false,
      because: "not_taken",
    });
    expect(await insert(editor("a", () => "zzz").composer, "b")).toEqual({
      inserted: false,
      because: "changed",
    });
  });

  it("goes nowhere without a composer, or when another conversation came up", async () => {
    expect(await insert(null, "x")).toEqual({ inserted: false, because: "no_composer" });
    const closed = editor("");
    closed.composer.setAttribute("contenteditable", "false");
    expect(await insert(closed.composer, "x")).toEqual({ inserted: false, because: "no_composer" });
    const { composer, pastes } = editor("");
    expect(await insert(composer, "x", () => false)).toEqual({ inserted: false, because: "moved_on" });
    let asked = 0;
    expect(await insert(composer, "x", () => asked++ === 0)).toEqual({
      inserted: false,
      because: "moved_on",
    });
    expect(pastes).toEqual([]);
  });

  it("takes the place of what was selected, between emoji that the page draws as pictures", async () => {
    const { composer } = editor("");
    composer.innerHTML = '<p><img alt="😀">Hello world<img alt="❤"></p>';
    const text = composer.querySelector("p")?.childNodes[1];
    composer.focus();
    if (text) document.getSelection()?.setBaseAndExtent(text, 6, text, 11);
    expect(await insert(composer, "مرحبا ❤️\n\n😀!")).toMatchObject({ inserted: true });
    expect(readComposer(composer).text.replaceAll("\n", "|")).toBe("😀Hello مرحبا ❤️||😀!❤");
  });

  it("is seen in a composer that the page draws anew meanwhile, and is not put into it a second time", async () => {
    const { composer, pastes } = editor("ab", () => null);
    const { composer: fresh, pastes: second } = editor("");
    putCaret(composer, 2);
    const drawAnew = () => {
      composer.remove();
      fresh.innerHTML = "<p>ab, dear</p>";
    };
    composer.addEventListener("paste", () => requestAnimationFrame(drawAnew));
    expect(
      await insertText({
        window,
        composer,
        again: () => fresh,
        text: ", dear",
        isStillOpen: () => true,
        signal,
      }),
    ).toEqual({ inserted: true, because: "verified" });
    expect([...pastes, ...second]).toEqual([", dear"]);
  });

  it("is not taken for there where the editor takes it back", async () => {
    const { composer } = editor("a");
    putCaret(composer, 1);
    const takeBack = () => composer.replaceChildren("a");
    composer.addEventListener("paste", () =>
      requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(takeBack))),
    );
    expect(await insert(composer, "b")).toEqual({ inserted: false, because: "not_taken" });
  });

  it("goes into no other field, where the page pulls the focus there", async () => {
    const area = document.createElement("textarea");
    const search = document.createElement("input");
    document.body.append(area, search);
    area.addEventListener("focus", () => search.focus());
    const put: string[] = [];
    document.execCommand = (_, __, text) => put.push(text ?? "") > 0;
    expect(await insert(area, "Dear Nora")).toEqual({ inserted: false, because: "not_taken" });
    expect(put).toEqual([]);
  });

  it("says so where another conversation came up before it was seen", async () => {
    let isOpen = true;
    const { composer } = editor("", () => {
      isOpen = false;
      return null;
    });
    expect(await insert(composer, "x", () => isOpen)).toEqual({ inserted: false, because: "left" });
  });

  it("is not put in while another one is on its way", async () => {
    const { composer, pastes } = editor("");
    const both = await Promise.all([insert(composer, "one"), insert(composer, "two")]);
    expect(both.map(({ because }) => because)).toEqual(["verified", "busy"]);
    expect(pastes).toEqual(["one"]);
  });

  it("stands in a text area too", async () => {
    const area = document.createElement("textarea");
    area.value = "Hello ";
    document.body.append(area);
    document.execCommand = (_, __, text) => {
      area.setRangeText(text ?? "", area.selectionStart, area.selectionEnd, "end");
      return true;
    };
    area.focus();
    area.setSelectionRange(6, 6);
    expect(await insert(area, "A\nB")).toMatchObject({ inserted: true });
    expect(readComposer(area)).toEqual({ kind: "textarea", text: "Hello A\nB", caret: 9 });
    expect([holdsText(area), holdsText(null)]).toEqual([true, false]);
  });

  it("stands at the start of a text area where somebody had put the caret there, else at its end", async () => {
    document.execCommand = (_, __, text) => {
      const area = document.activeElement;
      if (area instanceof HTMLTextAreaElement)
        area.setRangeText(text ?? "", area.selectionStart, area.selectionEnd, "end");
      return true;
    };
    const [first, second] = [document.createElement("textarea"), document.createElement("textarea")];
    const controller = new AbortController();
    rememberCaret(window, controller.signal, () => first);
    for (const area of [first, second]) {
      document.body.append(area);
      area.value = "Nora";
      area.setSelectionRange(0, 0);
    }
    first.focus();
    first.blur();
    expect([await insert(first, "Hi "), await insert(second, "!")].map(({ inserted }) => inserted)).toEqual([
      true,
      true,
    ]);
    expect([first.value, second.value]).toEqual(["Hi Nora", "Nora!"]);
    controller.abort();
  });
});
