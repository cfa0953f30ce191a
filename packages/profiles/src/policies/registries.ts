import type { ProfileProperties } from "./facts";
import type { Finding } from "./finding";
import { layersOf } from "./layers";

/** Options of {@link allowRegistries}. */
export interface AllowedRegistries {
  /** Registries by name or uid. Default: all are allowed. */
  allowed?: readonly string[];
}

/** What comes from no registry, or from Palette's own. */
const OWN = new Set(["manifest", "container", "operator-instance"]);

/** Packs and charts come from the registries that were agreed on, and say from which. */
export function allowRegistries(profile: ProfileProperties, { allowed }: AllowedRegistries): Finding[] {
  if (allowed === undefined) return [];
  return layersOf(profile).flatMap(({ path, label, fields }): Finding[] => {
    const { registryName, registryUid, type } = fields;
    const named = registryName ?? registryUid;
    if (typeof named === "symbol" || (typeof named === "string" && allowed.includes(named))) return [];
    if (named === undefined && (typeof type === "symbol" || OWN.has(String(type)))) return [];
    const property = registryName === undefined && registryUid !== undefined ? "registryUid" : "registryName";
    const what =
      named === undefined
        ? `${label} names no registry.`
        : `The registry "${String(named)}" of ${label} is not allowed.`;
    const fix = allowed.length === 0 ? "Take it out: no registry is allowed." : `Use ${allowed.join(" or ")}.`;
    return [{ code: "palette-registries", path: `${path}.${property}`, message: what, fix }];
  });
}
