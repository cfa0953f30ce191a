import {
  type At,
  clusterProfiles,
  type V1ClusterProfile,
  type V1PackRef,
  type V1Variable,
} from "@palette-profiles/palette-api";
import { layerKey, sameYaml, tagsOf } from "@palette-profiles/profiles";
import { DiagnosticError } from "@palette-profiles/resource-kit";
import { orGone } from "../lineage/or-gone";
import { ownProject } from "../lineage/own-project";
import type { Palette } from "../palette";
import type { ClusterProfileState, LayerState, ManifestState, VariableState } from "./attributes";
import { overlaid, ownValues } from "./layer-values";
import { heldTrain } from "./train";

/** What Palette shows in place of a sensitive variable's default. */
const MASK = "********";

/**
 * What Palette holds under a uid, or `undefined` where there is nothing. Two calls, and a third where a layer has
 * manifests.
 * @param known the state before: it gives what Palette does not tell (a masked default, the context of the resource).
 */
export async function readLive(
  palette: Palette,
  at: At,
  uid: string,
  known: Partial<ClusterProfileState>,
): Promise<ClusterProfileState | undefined> {
  const api = clusterProfiles(palette.client, at);
  const [profile, variables] = await Promise.all([orGone(api.get(uid)), orGone(api.variables(uid))]);
  if (profile === undefined) return undefined;
  const template = profile.spec?.published ?? profile.spec?.draft;
  const refs = template?.packs ?? [];
  const contents = await manifestContents(palette, at, uid, refs);
  const packs = await Promise.all(refs.map((ref) => layerOf(palette, at, ref, contents, known)));
  const list = (variables?.variables ?? []).map((variable) => variableOf(variable, known));
  return {
    id: uid,
    name: profile.metadata?.name ?? "",
    version: versionOf(profile),
    context: profile.metadata?.annotations?.scope ?? known.context,
    project: known.project ?? ownProject(profile.metadata?.annotations),
    type: template?.type,
    cloud: template?.cloudType,
    description: profile.metadata?.annotations?.description,
    tags: tagsOf(profile.metadata?.labels ?? {}),
    packs,
    profileVariables: list.length === 0 ? undefined : { variables: list },
    versions: known.versions,
  };
}

export function versionOf(profile: V1ClusterProfile): string {
  const { published, draft, version } = profile.spec ?? {};
  return version || (published ?? draft)?.profileVersion || "1.0.0";
}

/** The manifests of all layers, by uid: in one call, and in none where no layer has any. */
export async function manifestContents(
  palette: Palette,
  at: At,
  uid: string,
  refs: readonly V1PackRef[],
): Promise<Map<string, string>> {
  if (!refs.some((ref) => (ref.manifests ?? []).length > 0)) return new Map();
  const { spec } = await clusterProfiles(palette.client, at).manifests(uid);
  const all = (spec?.packs ?? []).flatMap((pack) => pack.spec?.manifests ?? []);
  return new Map(all.map((manifest) => [manifest.uid ?? "", manifest.content ?? ""]));
}

async function layerOf(
  palette: Palette,
  at: At,
  ref: V1PackRef,
  contents: ReadonlyMap<string, string>,
  known: Partial<ClusterProfileState>,
): Promise<LayerState> {
  const manifests = (ref.manifests ?? []).map(
    (manifest): ManifestState => ({
      name: manifest.name ?? "",
      content: contents.get(manifest.uid ?? "") ?? "",
      uid: manifest.uid,
    }),
  );
  const layer: LayerState = { name: ref.name, type: ref.type ?? "spectro", uid: ref.packUid, manifests };
  if (layer.type === "manifest") return { ...layer, values: ref.values || undefined };
  layer.tag = ref.tag;
  layer.resolvedTag = ref.version ?? ref.tag;
  layer.registryUid = ref.registryUid;
  const before = (known.packs ?? []).find(
    (each) => layerKey(each) === layerKey({ name: ref.name, values: ref.values }),
  );
  Object.assign(layer, heldTrain(layer, before));
  layer.registryName =
    before?.registryName !== undefined && before.registryUid === ref.registryUid
      ? before.registryName
      : (await palette.lookups.registries(at)).find((registry) => registry.uid === ref.registryUid)?.name;
  layer.values = ref.values;
  // A layer that gives no values has the pack's own, under its overrides, and shows values only where somebody changed
  // them. An import does not know what the user will write, and takes the pack's own values for none.
  if (before?.overrides !== undefined) layer.overrides = before.overrides;
  const givesNone = known.packs === undefined || (before !== undefined && before.values === undefined);
  if ((givesNone || layer.overrides !== undefined) && ref.values !== undefined) {
    const own = await ownValues(palette.lookups, at, layer);
    if (
      layer.overrides === undefined
        ? ref.values === "" || sameYaml(own, ref.values)
        : isOverlaid(own, ref.values, layer)
    )
      layer.values = undefined;
  }
  return layer;
}

/** Where the overrides cannot be laid over what the pack is now, what Palette holds is something else. */
function isOverlaid(own: string, live: string, layer: LayerState): boolean {
  try {
    return sameYaml(overlaid(own, layer), live);
  } catch (error) {
    if (error instanceof DiagnosticError) return false;
    throw error;
  }
}

function variableOf(it: V1Variable, known: Partial<ClusterProfileState>): VariableState {
  const before = known.profileVariables?.variables?.find((each) => each.name === it.name);
  const isMasked = it.isSensitive === true && it.defaultValue === MASK;
  // What was kept out of the state stays out of it, also where somebody has made Palette show it.
  const wasSecret =
    before?.defaultValue === undefined && (before?.isSensitive === true || before?.defaultValueWoVersion !== undefined);
  return {
    name: it.name,
    displayName: it.displayName ?? it.name,
    format: it.format ?? "string",
    inputType: it.inputType ?? "text",
    description: it.description,
    defaultValue: isMasked || wasSecret ? before?.defaultValue : it.defaultValue,
    defaultValueWoVersion: before?.defaultValueWoVersion,
    regex: it.regex,
    required: it.required ?? false,
    immutable: it.immutable ?? false,
    isSensitive: it.isSensitive ?? false,
    hidden: it.hidden ?? false,
    options: (it.options ?? []).map(({ value, label, description }) => ({
      value: value ?? "",
      label: label ?? value ?? "",
      description,
    })),
  };
}
