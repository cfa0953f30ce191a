import { isSecretPath, pathSteps } from "@palette-profiles/profiles";
import type { LiveSystemProfile } from "./live";
import type { LayerChange, LayerConflict, MergedProfile, Part } from "./merge-profile";
import type { SystemDraft } from "./plan";

/** A planned layer, as far as a place in it has to be found. */
interface Layer {
  name?: unknown;
  overrides?: unknown;
  manifests?: { name?: unknown }[];
}

/** The most places that a sentence names. */
const MOST = 8;

/** A conflict at the text that is in conflict. */
export function tellConflict(draft: SystemDraft, conflict: LayerConflict): void {
  const { layer, part } = conflict;
  const packs: Layer[] = Array.isArray(draft.planned.packs) ? (draft.planned.packs as Layer[]) : [];
  const index = packs.findIndex(({ name }) => name === layer);
  const told = tellConflictText(conflict);
  draft.error(index < 0 ? ["packs"] : ["packs", index, ...within(packs[index]!, part)], told);
}

/** The attribute of a layer that says a part. */
function within(layer: Layer, part: Part): (string | number)[] {
  if (part === "tag") return ["tag"];
  if (part === "values") return [layer.overrides === undefined ? "values" : "overrides"];
  const index = (layer.manifests ?? []).findIndex(({ name }) => name === part.manifest);
  return ["manifests", index, "content"];
}

/** A conflict, with both sides and the path, and how to end it. */
export function tellConflictText({ layer, part, path, base, live, wanted }: LayerConflict) {
  const place = placeOf(part, path);
  const show = (value: unknown) => tellValue(value, isSecretPath(pathSteps(path)));
  const was = base === undefined ? "was not there" : `was ${show(base)}`;
  return {
    code: "SystemProfileConflict",
    summary: `Palette and this program both changed ${place || "the layer"}`,
    detail: `Layer "${layer}", ${place || "all of it"}: it ${was}; Palette has ${show(live)} now, and here it is ${show(wanted)}. To take Palette's, write that, or leave it out of overrides; to keep yours, name "${overwriteOf(part, path)}" in the layer's overwrite.`,
  };
}

/** Where something changes: `layer "kubernetes" (cluster.podCIDR), …`. */
export function tellPlaces(changes: readonly LayerChange[]): string {
  const places = changes.flatMap(({ layer, part, paths }) =>
    (paths.length === 0 ? [""] : paths).map((path) => `${layer.name}: ${placeOf(part, path)}`),
  );
  const more = places.length > MOST ? `, and ${places.length - MOST} more` : "";
  return `${places.slice(0, MOST).join(", ")}${more}`;
}

/**
 * What layers of a kind do to the cluster when they change. Of Kubernetes Palette's docs say it (Enterprise version,
 * Upgrade), as of the consoles below; of the others it is our reading of what such layers are.
 */
const EFFECTS: Readonly<Record<string, string>> = {
  os: "the operating system: every node of the Enterprise cluster is replaced, one after another",
  k8s: "Kubernetes: all nodes of the Enterprise cluster are reconciled, one after another",
  cni: "the network: connections within the Enterprise cluster may break while it is reconciled",
  csi: "the storage: volumes of Palette's own databases depend on it",
};

/** What the change means for the cluster that hosts Palette. */
export function changeNotes(draft: SystemDraft, live: LiveSystemProfile, { changes }: MergedProfile): void {
  const kinds = [...new Set(changes.map(({ layer }) => layer.kind))].flatMap((kind) => EFFECTS[kind] ?? []);
  const effects = kinds.length > 0 ? ` It changes ${kinds.join("; ")}.` : "";
  draft.warning(["packs"], {
    code: "SystemProfileChanges",
    summary: "The cluster that hosts Palette changes",
    detail: `The system profile "${live.name}" changes at ${tellPlaces(changes)}.${effects} The system console and the tenants' consoles lock for some minutes; workload clusters keep running. Palette's advice is to do this together with its Support.`,
  });
  const written = Array.isArray(draft.planned.packs) ? (draft.planned.packs as Layer[]) : [];
  const letGo = [...new Set(changes.map(({ layer }) => layer.name))].filter(
    (name) =>
      (draft.prior?.packs ?? []).some((layer) => layer.name === name) && !written.some((layer) => layer.name === name),
  );
  if (letGo.length > 0) {
    draft.warning(["packs"], {
      code: "LayersGoBack",
      summary: "Layers go back to Palette's own",
      detail: `What this program had changed in ${letGo.map((name) => `"${name}"`).join(", ")} is taken back, since it does not say it any more.`,
    });
  }
}

function placeOf(part: Part, path: string): string {
  if (part === "tag") return "tag";
  if (part === "values") return path;
  return [`manifest "${part.manifest}"`, ...(path === "" ? [] : [path])].join(", ");
}

/** How `overwrite` names a place. */
function overwriteOf(part: Part, path: string): string {
  return typeof part === "string" ? path : `${part.manifest}: ${path}`;
}

/** Whole texts and maps are counted: there may be a secret in them. */
function tellValue(value: unknown, isSecret: boolean): string {
  if (value === undefined) return "nothing";
  if (isSecret) return "(not shown)";
  if (typeof value === "string" && value.includes("\n")) return `a text of ${value.split("\n").length} lines`;
  const parts = typeof value === "object" && value !== null ? Object.values(value) : [];
  if (parts.some((part) => typeof part === "object")) return `${parts.length} entries`;
  if (parts.length > 0 && !Array.isArray(value)) return `a map of ${Object.keys(value as object).join(", ")}`;
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length > 120 ? `${text.slice(0, 117)}…` : text;
}
