import type { Backend } from "../backend";
import { invalid } from "../errors";
import { keepManifestUids } from "../profiles/keep-manifest-uids";
import type { StoredTier } from "../store/app-profiles";
import { newUid } from "../uid";
import { checkSource } from "./check-source";
import type { TierInput, TierUpdate } from "./tier-input";
import { storeProperties } from "./tier-properties";

/** A whole list of tiers; one of the name of another before it keeps that one's uid, manifests' uids and passwords. */
export function buildTiers(
  backend: Backend,
  inputs: readonly TierInput[],
  previous: readonly StoredTier[] = [],
): StoredTier[] {
  refuseDuplicateTiers(inputs);
  return inputs.map((input) => {
    const before = previous.find((tier) => tier.name === input.name);
    return { ...buildTier(backend, input, before), ...(before && { uid: before.uid, created: before.created }) };
  });
}

/** A new tier; `before` is the one whose place it takes. */
export function buildTier(backend: Backend, input: TierInput, before?: StoredTier): StoredTier {
  checkSource(backend, input);
  const now = new Date().toISOString();
  return {
    ...input,
    uid: newUid(),
    properties: storeProperties(backend, input, before?.properties),
    manifests: keepManifestUids(input.manifests, before?.manifests ?? []),
    created: now,
    modified: now,
  };
}

/** A tier with other content. Its type, registry and source stay: an update has no word for them. */
export function updateTier(backend: Backend, tier: StoredTier, update: TierUpdate): StoredTier {
  const changed = { ...tier, ...update, name: update.name || tier.name };
  return {
    ...changed,
    properties: storeProperties(backend, changed, tier.properties),
    manifests: keepManifestUids(update.manifests, tier.manifests),
    modified: new Date().toISOString(),
  };
}

/** Other tiers refer to a tier by its name, so there is one of each. */
export function refuseDuplicateTiers(tiers: readonly { name: string }[]): void {
  const names = tiers.map((tier) => tier.name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice === undefined) return;
  throw invalid(
    "DuplicateAppTier",
    `The app profile has two tiers of the name "${twice}": give each a name of its own`,
    {
      tier: twice,
    },
  );
}
