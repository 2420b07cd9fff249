import { z } from "zod";
import { NOTE_LENGTH } from "#lib/domain/aside.ts";
import { Instant, Text } from "#lib/domain/event-data.ts";
import { ThreadShape } from "#lib/domain/event.ts";
import { PRECISIONS } from "#lib/domain/precision.ts";
import { RANGE_NAMES } from "#lib/domain/report-range.ts";
import { GROUPINGS } from "#lib/domain/scorecard-query.ts";
import { SENDERS } from "#lib/domain/sender.ts";
import { LISTED } from "#lib/store/inventory.ts";

/** The queries of the messages, as they are checked on arrival. */
export const nothing = z.undefined().or(z.null().transform(() => undefined));

export const ThreadQuery = z.strictObject({ thread: ThreadShape });

const SeenMessage = z.strictObject({
  key: Text(300).nullable(),
  at: Instant.nullable(),
  precision: z.enum(PRECISIONS),
  sender: z.enum(SENDERS),
  own: z.literal(true).optional(),
});
export const LookQuery = z.strictObject({
  look: z.strictObject({
    thread: ThreadShape,
    messages: z.array(SeenMessage).max(10_000),
    beginning: z.boolean(),
  }),
});

export const NoteQuery = z.strictObject({ thread: ThreadShape, note: z.string().max(NOTE_LENGTH) });
export const DismissQuery = z.strictObject({ thread: ThreadShape, word: Text(60) });

export const MarksQuery = z.strictObject({ threads: z.array(ThreadShape).max(5_000) });
export const AssetQuery = z.strictObject({ asset: ThreadShape.shape.asset });
export const AcquaintanceQuery = z.strictObject({
  thread: ThreadShape,
  name: z.string().min(1).max(200),
  lastAt: Instant.nullable(),
});
export const GlimpseQuery = z.strictObject({
  asset: ThreadShape.shape.asset,
  rows: z
    .array(z.strictObject({ thread: ThreadShape, name: z.string().min(1).max(200), lastAt: Instant }))
    .max(200),
});
export const PageQuery = z.strictObject({
  asset: ThreadShape.shape.asset,
  name: z.string().max(200).nullable(),
  counted: z.boolean(),
  workspace: z.uuid().nullable(),
});
export const OpenPageQuery = z.strictObject({ page: z.enum(["options", "scorecard", "queue"]) });

const Range = z
  .enum(RANGE_NAMES)
  .or(
    z
      .strictObject({ from: z.iso.date(), to: z.iso.date() })
      .refine(({ from, to }) => from <= to, "must not end before it begins"),
  );
export const ScorecardQuery = z.strictObject({
  range: Range,
  by: z.enum(GROUPINGS),
  cached: z.boolean(),
});

export const AsKnownQuery = z
  .strictObject({ range: Range, by: z.enum(GROUPINGS), on: z.iso.date(), attempt: z.int().min(0) })
  .nullable();

const typed = z.string().max(2_000);
export const CodeQuery = z.strictObject({ server: typed, code: typed });
export const PairQuery = z.strictObject({ server: typed, code: typed, deviceName: Text(100) });

export const FileQuery = z.strictObject({ csv: z.string() });
export const ImportQuery = z.strictObject({
  csv: z.string(),
  account: z.strictObject({ name: Text(200), timeZone: z.string().max(100) }),
});

export const EraseQuery = z.strictObject({ what: z.enum(["conversations", "everything"]) });
export const ExportQuery = z.strictObject({
  from: z.strictObject({ table: z.enum(LISTED), after: z.string().or(z.number()).nullable() }).nullable(),
});
