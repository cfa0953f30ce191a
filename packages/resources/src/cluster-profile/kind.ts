import {
  type At,
  clusterProfiles,
  PaletteError,
  type V1ClusterProfile,
  type V1Variables,
} from "@palette-profiles/palette-api";
import { hasUnknown, isObject } from "@palette-profiles/resource-kit";
import type { LineageKind } from "../lineage/kind";
import { hasUnknownWords } from "../lineage/plan/open-content";
import type { VersionUsers } from "../lineage/version-users";
import type { Palette } from "../palette";
import { asWritten } from "./as-written";
import { type ClusterProfileState, clusterProfileAttributes } from "./attributes";
import { change } from "./change";
import { contentChanges } from "./content-changes";
import { createEntity, variableEntity, variablesOf } from "./entity";
import { withOwnValues } from "./layer-values";
import { readLive, versionOf } from "./live";
import { wholeLayers } from "./plan/whole-layers";
import { withDefaultsToWrite } from "./with-defaults-to-write";

/** What a cluster profile is, among the profiles that come in versions. */
export const clusterProfileKind: LineageKind<ClusterProfileState> = {
  noun: "cluster profile",
  attributes: clusterProfileAttributes,
  unkept: {},
  content: ["name", "version", "description", "tags", "packs", "profileVariables", "context", "project"],
  replacing: ["context", "project", "type", "cloud"],
  hasPacks: ({ packs }) => Array.isArray(packs) && packs.some((it) => !isObject(it) || it.type !== "manifest"),
  hasContentUnknown: ({ tags, description, packs, profileVariables, type, cloud }) =>
    hasUnknown([tags, description, profileVariables, type, cloud]) || hasUnknownWords(packs),

  async isTaken(palette, at, { name, version }) {
    try {
      await clusterProfiles(palette.client, at).validateName(name, version);
      return false;
    } catch (error) {
      if (!(error instanceof PaletteError) || error.status === 401 || error.status === 403) throw error;
      if (error.status === 409 || error.code.includes("AlreadyExists")) return true;
      // The question is not answered here, or not for this name: the create will be.
      if (error.status >= 400 && error.status < 500 && error.status !== 429) return false;
      throw error;
    }
  },
  async listed(palette, at) {
    const { items } = await clusterProfiles(palette.client, at).list();
    return items.map(({ metadata, spec }) => ({
      uid: metadata?.uid ?? "",
      name: metadata?.name ?? "",
      version: spec?.version || "1.0.0",
    }));
  },
  async see(palette, at, uid) {
    const profile = await clusterProfiles(palette.client, at).get(uid);
    const { scope, projectName } = profile.metadata?.annotations ?? {};
    return { name: profile.metadata?.name, version: versionOf(profile), scope, projectName, users: usersOf(profile) };
  },
  remove: (palette, at, uid) => clusterProfiles(palette.client, at).remove(uid),
  readLive,
  // Variables, the only ones that are masked, are not sent along with anything else.
  withoutSecrets: (known) => known,
  withWriteOnly: withDefaultsToWrite,
  asWritten,
  complete: (palette, at, it) => withOwnValues(palette.lookups, at, it),
  create: async (palette, at, it) => (await clusterProfiles(palette.client, at).create(createEntity(it))).uid,
  change: (palette, at, uid, before, after) =>
    change(palette, at, uid, before, after, (it) => withOwnValues(palette.lookups, at, it)),
  async affirm(palette, at, uid, _, wanted) {
    const variables = variablesOf(wanted);
    // Palette shows no sensitive default, so that it is the same can only be made sure.
    if (variables.some((it) => it.isSensitive === true && (it.defaultValue ?? it.defaultValueWo) !== undefined)) {
      const list = { variables: variables.map(variableEntity) } as V1Variables;
      await clusterProfiles(palette.client, at).setVariables(uid, list);
    }
  },
  contentChanges,
  async trueChanges(palette: Palette, at: At, before, after) {
    const written = contentChanges(before, after);
    if (!written.some(({ part }) => part === "layers")) return written;
    const [left, right] = await Promise.all([before, after].map((it) => wholeLayers(palette.lookups, at, it)));
    return contentChanges(left ?? before, right ?? after);
  },
};

/** As the version's status tells it; an older Palette tells only the uids of its clusters. */
function usersOf({ status }: V1ClusterProfile): VersionUsers {
  const named = (status?.inUseClusters ?? []).map(({ name, uid }) => name || uid || "?");
  return {
    one: "cluster",
    takers: named.length > 0 ? named : (status?.inUseClusterUids ?? []),
    templates: (status?.inUseClusterTemplates ?? []).map(({ name, uid }) => name || uid || "?"),
  };
}
