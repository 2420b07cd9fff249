import type { Settings } from "#lib/domain/settings.ts";
import type { Context } from "#server/context.ts";
import { demand } from "#server/members/roles.ts";
import { changeSettings } from "./save-settings.ts";

/** Says which campaign an ad belongs to, where no export names its id. */
export function nameAd({
  ctx,
  input,
}: {
  ctx: Context;
  input: { ad: string; campaign: string };
}): Promise<Settings> {
  demand(ctx, "settings");
  return changeSettings(ctx, (current) => ({
    ...current,
    adNames: { ...current.adNames, [input.ad]: input.campaign },
  }));
}
