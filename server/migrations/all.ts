import type { Migration } from "kysely/migration";
import { up as first } from "./001-first.ts";
import { up as changes } from "./002-changes.ts";
import { up as people } from "./003-people.ts";
import { up as erasures } from "./004-erasures.ts";
import { up as policy } from "./005-policy.ts";
import { up as rollups } from "./006-rollups.ts";
import { up as exports } from "./007-exports.ts";
import { up as byName } from "./008-by-name.ts";

/** Every migration by its number, forward only; one that was released is never edited. */
export const migrations: Record<string, Migration> = {
  "001-first": { up: first },
  "002-changes": { up: changes },
  "003-people": { up: people },
  "004-erasures": { up: erasures },
  "005-policy": { up: policy },
  "006-rollups": { up: rollups },
  "007-exports": { up: exports },
  "008-by-name": { up: byName },
};
