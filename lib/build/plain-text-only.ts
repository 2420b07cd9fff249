import type { Plugin } from "vite";

interface Replacement {
  file: RegExp;
  find: string;
  instead: string;
  times: number;
}

/**
 * What the stores' reviewers warn of and Rung never uses: HTML given as a string becomes text, and zod does not try to
 * make functions from text (an extension page forbids it, and zod then does without).
 */
const REPLACEMENTS: readonly Replacement[] = [
  {
    file: /\/react-dom-client\.production\.js$/,
    find: "domElement.innerHTML = key",
    instead: "domElement.textContent = key",
    times: 2,
  },
  {
    file: /\/preact\/dist\/preact\.mjs$/,
    find: "t.innerHTML=h.__html",
    instead: "t.textContent=h.__html",
    times: 1,
  },
  {
    file: /\/zod\/v4\/core\/util\.js$/,
    find: 'new F("");\n        return true;',
    instead: "return false;",
    times: 1,
  },
];

/** @throws Error, in the build, where a newer version of a library has not what is replaced here */
export function plainTextOnly(): Plugin {
  return {
    name: "rung:plain-text-only",
    transform(code, id) {
      const [file = id] = id.split("?");
      const mine = REPLACEMENTS.find((one) => one.file.test(file));
      if (!mine) return null;
      const parts = code.split(mine.find);
      if (parts.length - 1 !== mine.times)
        throw new Error(
          `${file} has "${mine.find}" ${parts.length - 1} times, not ${mine.times}: look again.`,
        );
      return { code: parts.join(mine.instead), map: null };
    },
  };
}
