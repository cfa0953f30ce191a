import { type At, appProfiles, type V1AppTier, type V1AppTierProperty } from "@palette-profiles/palette-api";
import { sameYaml, tagsOf } from "@palette-profiles/profiles";
import { heldTrain } from "../cluster-profile/train";
import { orGone } from "../lineage/or-gone";
import { ownProject } from "../lineage/own-project";
import type { Palette } from "../palette";
import type { AppProfileState, TierManifestState, TierState } from "./attributes";
import { ownTierValues, packOfTier } from "./tier-pack";

/** What Palette shows in place of a property that nobody may read. Sent back, it leaves the property as it is. */
const MASK = "********";

/**
 * What Palette holds under a uid, or `undefined` where there is nothing. Two calls, and one for each manifest.
 * @param known the state before: it gives what Palette does not tell, such as a property that it masks.
 * @param isTaken `known` is the state of another provider, which does not tell packs and secrets apart from the rest.
 */
export async function readLive(
  palette: Palette,
  at: At,
  uid: string,
  known: Partial<AppProfileState>,
  isTaken = false,
): Promise<AppProfileState | undefined> {
  const api = appProfiles(palette.client, at);
  const [profile, list] = await Promise.all([orGone(api.get(uid)), orGone(api.tiers(uid))]);
  if (profile === undefined) return undefined;
  const tiers = await Promise.all(
    (list?.spec?.appTiers ?? []).map((tier) => tierOf(palette, at, uid, tier, known, isTaken)),
  );
  return {
    id: uid,
    name: profile.metadata?.name ?? "",
    version: profile.spec?.version || "1.0.0",
    context: profile.metadata?.annotations?.scope ?? known.context,
    project: known.project ?? ownProject(profile.metadata?.annotations),
    cloud: known.cloud,
    description: profile.metadata?.annotations?.description,
    tags: tagsOf(profile.metadata?.labels ?? {}),
    tiers,
    versions: known.versions,
  };
}

async function tierOf(
  palette: Palette,
  at: At,
  profileUid: string,
  { metadata, spec }: V1AppTier,
  known: Partial<AppProfileState>,
  isTaken: boolean,
): Promise<TierState> {
  const name = metadata?.name ?? "";
  const before = known.tiers?.find((each) => each.name === name);
  const tier: TierState = {
    name,
    uid: metadata?.uid,
    type: spec?.type ?? "manifest",
    // Palette says 0 where nothing is said.
    installOrder: spec?.installOrder ?? 0,
    ...propertiesOf(spec?.properties ?? [], before, isTaken),
    values: spec?.values || undefined,
    manifests: await manifestsOf(palette, at, profileUid, { metadata, spec }),
  };
  if (tier.type === "manifest") {
    const { tag, sourceAppTier, registryUid, registryName } = before ?? {};
    return { ...tier, tag, sourceAppTier, registryUid, registryName };
  }
  Object.assign(tier, await identityOf(palette, at, tier, spec, before, isTaken));
  // A tier that gives no values has the pack's own, and shows values only where somebody changed them. An import does
  // not know what the user will write, and takes the pack's own values for none.
  const givesNone = known.tiers === undefined || (before !== undefined && before.values === undefined);
  if (givesNone && tier.values !== undefined && sameYaml(await ownTierValues(palette.lookups, at, tier), tier.values)) {
    tier.values = undefined;
  }
  return tier;
}

/** The pack behind a tier, in the user's words where Palette says nothing else. */
async function identityOf(
  { lookups }: Palette,
  at: At,
  tier: TierState,
  spec: V1AppTier["spec"],
  before: TierState | undefined,
  isTaken: boolean,
): Promise<Partial<TierState>> {
  const live = { uid: spec?.sourceAppTierUid || undefined, tag: spec?.version || undefined };
  const was = before && { uid: before.sourceAppTier, tag: before.tag, registryUid: before.registryUid };
  const pack = async () => (live.uid === undefined ? undefined : await lookups.pack(at, live.uid));
  const isSame = before !== undefined && before.sourceAppTier === live.uid;
  const registryUid = spec?.registryUid || (isSame ? before.registryUid : (await pack())?.registryUid);
  const sourceAppTier = heldTrain({ ...live, registryUid }, was).uid ?? live.uid;
  let packName = before?.packName;
  if (isTaken || sourceAppTier !== before?.sourceAppTier) {
    packName = (await pack())?.name ?? packName;
    if (packName === packOfTier({ ...tier, packName: undefined }) && before?.packName === undefined)
      packName = undefined;
  }
  const registryName =
    before?.registryName !== undefined && before.registryUid === registryUid
      ? before.registryName
      : (await lookups.registries(at)).find((registry) => registry.uid === registryUid)?.name;
  return { packName, tag: live.tag, sourceAppTier, registryUid, registryName };
}

/** No call gives the manifests of all tiers, or of one, with their content. */
async function manifestsOf(
  palette: Palette,
  at: At,
  profileUid: string,
  { metadata, spec }: V1AppTier,
): Promise<TierManifestState[]> {
  const api = appProfiles(palette.client, at);
  const all = await Promise.all(
    (spec?.manifests ?? []).map(async ({ name, uid }): Promise<TierManifestState[]> => {
      const manifest = await orGone(api.manifest(profileUid, metadata?.uid ?? "", uid ?? ""));
      if (manifest === undefined) return [];
      return [{ name: name ?? manifest.metadata?.name ?? "", content: manifest.spec?.published?.content ?? "", uid }];
    }),
  );
  return all.flat();
}

/**
 * A masked property is what the state says. One that the state does not know, as after an import, stays masked among the
 * sensitive ones: the next plan shows it as a change, since nobody can tell whether it is one. What another provider's
 * state has in the clear is a secret all the same.
 */
function propertiesOf(
  list: readonly V1AppTierProperty[],
  before: TierState | undefined,
  isTaken: boolean,
): Pick<TierState, "properties" | "sensitiveProperties"> {
  const properties: Record<string, string> = {};
  const sensitive: Record<string, string> = {};
  for (const { name = "", value = "" } of list) {
    const secret = before?.sensitiveProperties?.[name];
    const open = before?.properties?.[name];
    const isSecret = secret !== undefined || ((isTaken || open === undefined) && value === MASK);
    (isSecret ? sensitive : properties)[name] = value === MASK ? (secret ?? open ?? MASK) : value;
  }
  return {
    properties: Object.keys(properties).length > 0 ? properties : undefined,
    sensitiveProperties: Object.keys(sensitive).length > 0 ? sensitive : undefined,
  };
}
