import { appProfiles } from "@palette-profiles/palette-api";
import { hasUnknown, isObject } from "@palette-profiles/resource-kit";
import { findVersion } from "../lineage/find";
import type { LineageKind } from "../lineage/kind";
import { hasUnknownWords } from "../lineage/plan/open-content";
import { type AppProfileState, appProfileAttributes } from "./attributes";
import { change } from "./change";
import { contentChanges } from "./content-changes";
import { profileEntity, tierUpdateEntity } from "./entity";
import { readLive } from "./live";
import { wholeTiers, withTierValues } from "./tier-values";

/** What an app profile is, among the profiles that come in versions. */
export const appProfileKind: LineageKind<AppProfileState> = {
  noun: "app profile",
  attributes: appProfileAttributes,
  unkept: { cloud: "all" },
  content: ["name", "version", "description", "tags", "tiers", "context", "project"],
  replacing: ["context", "project"],
  hasPacks: ({ tiers }) => Array.isArray(tiers) && tiers.some((it) => !isObject(it) || it.type !== "manifest"),
  hasContentUnknown: ({ tags, description, tiers }) => hasUnknown([tags, description]) || hasUnknownWords(tiers),

  // App profiles have no call that asks for a name alone.
  isTaken: async (palette, at, { name, version, context }) =>
    (await findVersion(appProfileKind, palette, at, name, context, version)) !== undefined,
  async listed(palette, at) {
    const { appProfiles: items } = await appProfiles(palette.client, at).list();
    return (items ?? []).map(({ metadata, spec }) => ({
      uid: metadata?.uid ?? "",
      name: metadata?.name ?? "",
      version: spec?.version || "1.0.0",
    }));
  },
  async see(palette, at, uid) {
    const { metadata, spec, status } = await appProfiles(palette.client, at).get(uid);
    const { scope, projectName } = metadata?.annotations ?? {};
    const takers = (status?.inUseApps ?? []).map((app) => app.name || app.uid || "?");
    return {
      name: metadata?.name,
      version: spec?.version || "1.0.0",
      scope,
      projectName,
      users: { one: "app", takers, templates: [] },
    };
  },
  remove: (palette, at, uid) => appProfiles(palette.client, at).remove(uid),
  readLive,
  // A password may stand among the other properties, though that is warned of.
  withoutSecrets: (known) => ({
    ...known,
    tiers: known.tiers?.map((tier) => ({ ...tier, properties: undefined, sensitiveProperties: undefined })),
  }),
  complete: (palette, at, it) => withTierValues(palette.lookups, at, it),
  create: async (palette, at, it) => (await appProfiles(palette.client, at).create(profileEntity(it))).uid,
  change,
  async affirm(palette, at, uid, live, wanted) {
    const { tiers } = await withTierValues(palette.lookups, at, wanted);
    for (const tier of tiers ?? []) {
      // Palette masks some properties, so that they are the same can only be made sure.
      if (Object.keys(tier.sensitiveProperties ?? {}).length === 0) continue;
      const before = live.tiers?.find(({ name }) => name === tier.name);
      if (before?.uid === undefined) continue;
      await appProfiles(palette.client, at).setTier(uid, before.uid, tierUpdateEntity(tier, before));
    }
  },
  contentChanges,
  async trueChanges(palette, at, before, after) {
    const written = contentChanges(before, after);
    if (!written.some(({ part }) => part === "layers")) return written;
    const [left, right] = await Promise.all([before, after].map((it) => wholeTiers(palette.lookups, at, it)));
    return contentChanges(left ?? before, right ?? after);
  },
};
