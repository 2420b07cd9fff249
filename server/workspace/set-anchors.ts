import type { AnchorPack } from "#lib/domain/anchor-pack.ts";
import type { Settings } from "#lib/domain/settings.ts";
import type { Context } from "#server/context.ts";
import { demand } from "#server/members/roles.ts";
import { changeSettings } from "./save-settings.ts";

/** Gives every device a pack of where things are on Meta's page; null goes back to the one in their build. */
export function setAnchors({ ctx, input }: { ctx: Context; input: AnchorPack | null }): Promise<Settings> {
  demand(ctx, "anchors");
  return changeSettings(ctx, (current) => ({ ...current, anchors: input }));
}
