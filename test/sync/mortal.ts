import type { DBCore, Middleware } from "dexie";

/** Dexie's own layer below every verb: each write is counted before it happens, and may throw instead. */
export const mortal = (beforeWrite: () => void): Middleware<DBCore> => ({
  stack: "dbcore",
  name: "mortal",
  create: (core) => ({
    ...core,
    table: (name) => {
      const table = core.table(name);
      return {
        ...table,
        mutate: async (request) => {
          beforeWrite();
          return table.mutate(request);
        },
      };
    },
  }),
});
