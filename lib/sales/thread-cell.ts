import { ThreadShape } from "#lib/domain/event.ts";
import type { ThreadNamed } from "#lib/domain/sale-row.ts";
import { isChannel } from "#lib/domain/thread.ts";

const PageId = ThreadShape.shape.id;

/**
 * The thread that a cell names: its id (`selected_item_id`), the whole address of the inbox with that thread open, or
 * channel, Page and id as Rung exports them (`FB_MESSAGE/1001/2002`). Null for anything else.
 */
export function readThread(cell: string): ThreadNamed | null {
  const { channel, asset, id } = partsOf(cell);
  if (channel !== null && !isChannel(channel)) return null;
  if (asset !== null && !PageId.safeParse(asset).success) return null;
  return PageId.safeParse(id).success ? { channel, asset, id } : null;
}

function partsOf(cell: string): Record<"channel" | "asset", string | null> & { id: string } {
  const asked = cell.startsWith("https://") ? URL.parse(cell)?.searchParams : null;
  if (asked)
    return {
      channel: asked.get("thread_type"),
      asset: asked.get("asset_id"),
      id: asked.get("selected_item_id") ?? "",
    };
  const [channel = null, asset = null, id, ...more] = cell.split("/");
  return id !== undefined && more.length === 0
    ? { channel, asset, id }
    : { channel: null, asset: null, id: cell };
}
