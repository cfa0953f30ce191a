import { type At, appProfiles } from "@palette-profiles/palette-api";
import { diffValues } from "@palette-profiles/resource-kit";
import { explained } from "../explain";
import type { Palette } from "../palette";
import { type AppProfileState, appProfileAttributes as attributes } from "./attributes";
import { metadataEntity, profileEntity, tierEntity, tierUpdateEntity } from "./entity";
import { planTierChanges, type TierCall } from "./plan-tier-changes";
import { withTierValues } from "./tier-values";

/** Makes the profile under `uid` what it should be: tier by tier where that can be, else all of it in one call. */
export async function change(
  palette: Palette,
  at: At,
  uid: string,
  before: AppProfileState,
  after: AppProfileState,
): Promise<void> {
  const api = appProfiles(palette.client, at);
  const differs = (...names: (keyof typeof attributes)[]) =>
    names.some((name) => diffValues({ [name]: attributes[name] }, before, after).length > 0);
  const renamed = differs("name");
  const tiersChange = differs("tiers");
  const wanted = renamed || tiersChange ? await withTierValues(palette.lookups, at, after) : after;
  const was = tiersChange && !renamed ? await withTierValues(palette.lookups, at, before) : before;
  const calls = renamed ? "whole" : tiersChange ? planTierChanges(was.tiers ?? [], wanted.tiers ?? []) : [];

  if (calls === "whole") await api.replace(uid, profileEntity(wanted));
  else for (const call of calls) await send(api, uid, call);
  if (differs("version", "description", "tags")) await api.setMetadata(uid, metadataEntity(after));
}

function send(api: ReturnType<typeof appProfiles>, uid: string, it: TierCall): Promise<unknown> {
  switch (it.call) {
    case "add":
      return explained(`adding the tier "${it.tier.name}"`, () => api.addTier(uid, tierEntity(it.tier)));
    case "replace":
      return explained(`replacing the tier "${it.name}"`, () =>
        api.replaceTier(uid, { appTier: tierEntity(it.tier), replaceWithAppTier: it.uid }),
      );
    case "set":
      return explained(`changing the tier "${it.tier.name}"`, () =>
        api.setTier(uid, it.uid, tierUpdateEntity(it.tier, it.before)),
      );
    case "remove":
      return explained(`removing the tier "${it.name}"`, () => api.removeTier(uid, it.uid));
  }
}
