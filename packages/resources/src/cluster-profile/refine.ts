import { sameVersion } from "@palette-profiles/profiles";
import { DiagnosticError, type Draft, hasUnknown, isObject, isUnknown, UNKNOWN } from "@palette-profiles/resource-kit";
import { type Palette, scopeOf } from "../palette";
import type { ClusterProfileState, LayerState } from "./attributes";
import { inLayer, resolveLayer, type WrittenLayer } from "./layer";

type ProfileDraft = Draft<Palette, ClusterProfileState>;
type Planned<T> = { [K in keyof T]: unknown };

/** What a layer's pack follows from. */
const IDENTITY = ["name", "type", "tag", "registryName", "registryUid", "uid"] as const;

/** What is found where the user leaves it out. */
const FOUND = ["uid", "tag", "registryUid", "registryName"] as const;

/** The part of a plan that knows Palette: scope, versions, and the packs behind the layers that changed. */
export async function refine(draft: ProfileDraft): Promise<void> {
  planProject(draft);
  const newVersion = planVersion(draft);
  const layers: unknown[] = Array.isArray(draft.planned.packs) ? draft.planned.packs : [];
  for (const [index, layer] of layers.entries()) {
    if (isObject(layer)) planManifestUids(draft, layer as Planned<LayerState>, index, newVersion);
  }
  await Promise.all(
    layers.map(async (layer, index) => {
      if (isObject(layer)) await planPack(draft, layer as Planned<LayerState>, index);
    }),
  );
}

function planProject({ planned, config, prior, context }: ProfileDraft): void {
  if (isUnknown(planned.context)) return;
  planned.project =
    planned.context === "tenant" ? config.project : (config.project ?? prior?.project ?? context.project);
}

/**
 * A new version has a uid of its own: unknown, so that what depends on it waits for it, or, for a version that this
 * resource made before, the one that it had.
 * @returns true where the profile's objects will be new ones.
 */
function planVersion({ planned, prior }: ProfileDraft): boolean {
  if (prior === undefined) {
    // `id` and `versions` are unknown already.
    return true;
  }
  if (typeof planned.version === "string" && sameVersion(planned.version, prior.version ?? "")) return false;
  const before = typeof planned.version === "string" ? ownVersion(prior, planned.version) : undefined;
  planned.id = before ?? UNKNOWN;
  if (before === undefined) planned.versions = UNKNOWN;
  return true;
}

/** The uid of a version that this resource made. */
function ownVersion(state: Pick<ClusterProfileState, "versions">, version: string): string | undefined {
  return Object.entries(state.versions ?? {}).find(([made]) => sameVersion(made, version))?.[1];
}

function planManifestUids(draft: ProfileDraft, layer: Planned<LayerState>, index: number, newVersion: boolean): void {
  const before = draft.prior?.packs?.[draft.priorIndex("packs", index)];
  if (layer.type === "manifest" && (newVersion || before === undefined)) layer.uid = UNKNOWN;
  for (const manifest of Array.isArray(layer.manifests) ? (layer.manifests as unknown[]) : []) {
    if (!isObject(manifest)) continue;
    const was = before?.manifests?.find((each) => each.name === manifest.name);
    // Palette may give a manifest with new content a new uid.
    if (newVersion || was === undefined || was.content !== manifest.content) manifest.uid = UNKNOWN;
  }
}

/** Derives the pack's uid anew, from what the user wrote, for a layer that is new or whose identity changed. */
async function planPack(draft: ProfileDraft, layer: Planned<LayerState>, index: number): Promise<void> {
  const configured = (draft.config.packs as unknown[])[index];
  const written = isObject(configured) ? configured : {};
  if (layer.type === "manifest") {
    for (const name of FOUND) if (name !== "uid") layer[name] = written[name];
    return;
  }
  const before = draft.prior?.packs?.[draft.priorIndex("packs", index)];
  const asWritten = { ...pickIdentity(written), type: layer.type };
  const changed =
    before === undefined || IDENTITY.some((name) => asWritten[name] !== undefined && asWritten[name] !== before[name]);
  if (!changed) {
    for (const name of FOUND) layer[name] = before[name];
    return;
  }
  if (hasUnknown(asWritten) || isUnknown(draft.planned.project) || isUnknown(draft.planned.context)) {
    for (const name of FOUND) layer[name] = written[name] ?? UNKNOWN;
    return;
  }
  // Where the user names no registry, a new tag comes from the registry that the layer has.
  const registry = asWritten.registryName ?? asWritten.registryUid;
  const wanted = {
    ...asWritten,
    ...(registry === undefined && before?.name === layer.name ? { registryUid: before?.registryUid } : {}),
  };
  try {
    const at = await scopeOf(
      { context: String(draft.planned.context), project: draft.planned.project as string },
      draft,
    );
    const found = await resolveLayer(draft.context.lookups, at, wanted as WrittenLayer);
    for (const name of FOUND) layer[name] = written[name] ?? found[name];
  } catch (error) {
    if (!(error instanceof DiagnosticError)) throw error;
    const path = error.code === "UnknownProject" ? ["project"] : inLayer(index, error.path);
    draft.error(path, { code: error.code, summary: error.summary, detail: error.message });
  }
}

function pickIdentity(layer: Record<string, unknown>): Record<(typeof IDENTITY)[number], unknown> {
  return Object.fromEntries(IDENTITY.map((name) => [name, layer[name]])) as Record<(typeof IDENTITY)[number], unknown>;
}
