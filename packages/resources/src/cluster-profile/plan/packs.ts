import { DiagnosticError, hasUnknown, isObject, isUnknown, UNKNOWN } from "@palette-profiles/resource-kit";
import { scopeOf } from "../../palette";
import type { LayerState } from "../attributes";
import { inLayer, resolveLayer, type WrittenLayer } from "../layer";
import type { Planned, ProfileDraft } from "./draft";

/** What a layer's pack follows from. */
const IDENTITY = ["name", "type", "tag", "registryName", "registryUid", "uid"] as const;

/** What is found where the user leaves it out. */
const FOUND = ["uid", "tag", "resolvedTag", "registryUid", "registryName"] as const;

/** Derives the pack's uid anew, from what the user wrote, for a layer that is new or whose identity changed. */
export async function planPack(draft: ProfileDraft, layer: Planned<LayerState>, index: number): Promise<void> {
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
