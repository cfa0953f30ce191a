import { diffValues } from "@palette-profiles/resource-kit";
import { appProfileAttributes, type TierState } from "./attributes";

/** One call that changes one tier. */
export type TierCall =
  | { call: "replace"; uid: string; name: string; tier: TierState }
  | { call: "add"; tier: TierState }
  | { call: "set"; uid: string; tier: TierState; before: TierState }
  | { call: "remove"; uid: string; name: string };

const {
  uid: _,
  sourceAppTier,
  registryUid,
  registryName,
  packName,
  manifests,
  ...own
} = appProfileAttributes.tiers.attributes;
const { uid: __, ...manifest } = manifests.attributes;
/** What of a tier Palette is sent. */
const SENT = { ...own, sourceAppTier, registryUid, manifests: { ...manifests, attributes: manifest } };

/** What a call that changes a tier has no word for, or cannot change without the pack behind it: a new tier takes its place. */
const SOURCE = ["type", "tag", "registryUid", "sourceAppTier"] as const;

/**
 * The calls that make the tiers before those after, one for each tier that changes, so that nobody else's tier is
 * touched; or `whole` where no such calls do: a tier can be replaced in its place and added at the end, but there is no
 * call that moves one.
 *
 * New tiers come first and removals last, so that no tier ever refers to one that is not there.
 */
export function planTierChanges(before: readonly TierState[], after: readonly TierState[]): TierCall[] | "whole" {
  const stays = (name: string) => after.some((each) => each.name === name);
  const kept = before.filter(({ name }) => stays(name));
  const news: TierCall[] = [];
  const sets: TierCall[] = [];
  const removes: TierCall[] = [];
  if (before.some(({ uid }) => uid === undefined)) return "whole";

  let place = 0;
  let waiting: TierState[] = [];
  /** Those that go before the next that stays, or before the end. */
  const going = () => {
    const gone: TierState[] = [];
    while (place < before.length && !stays(before[place]!.name)) gone.push(before[place++]!);
    return gone;
  };
  /** New tiers take the places of those that go; false where there are too few. */
  const settle = (gone: TierState[], isEnd: boolean): boolean => {
    for (const tier of waiting) {
      const old = gone.shift();
      if (old === undefined && !isEnd) return false;
      // Under another name, those that refer to the old tier would for a moment refer to none.
      if (old !== undefined && isReferredTo(old.name, kept)) return false;
      news.push(old === undefined ? { call: "add", tier } : { call: "replace", uid: old.uid!, name: old.name, tier });
    }
    waiting = [];
    removes.unshift(...gone.map(({ uid, name }): TierCall => ({ call: "remove", uid: uid!, name })).reverse());
    return true;
  };

  for (const tier of after) {
    if (!before.some(({ name }) => name === tier.name)) {
      waiting.push(tier);
      continue;
    }
    if (!settle(going(), false)) return "whole";
    const was = before[place++];
    if (was?.name !== tier.name) return "whole";
    if (SOURCE.some((name) => was[name] !== tier[name])) {
      news.push({ call: "replace", uid: was.uid!, name: was.name, tier });
    } else if (diffValues(SENT, { ...was }, { ...tier }).length > 0) {
      sets.push({ call: "set", uid: was.uid!, tier, before: was });
    }
  }
  if (!settle(going(), true)) return "whole";
  return [...news, ...sets, ...removes];
}

function isReferredTo(name: string, tiers: readonly TierState[]): boolean {
  return JSON.stringify(tiers).includes(`.spectro.app.$appDeploymentName.${name}.`);
}
