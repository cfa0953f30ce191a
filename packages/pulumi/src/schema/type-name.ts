import type { Attribute } from "@palette-profiles/resource-kit";

/** What a group of attributes is called: an element of a ClusterProfile's `packs` is a `ClusterProfilePack`. */
export function typeName(resource: string, name: string, attribute: Attribute): string {
  const one = attribute.kind === "blockList" ? name.replace(/s$/, "") : name;
  return `${resource}${one.charAt(0).toUpperCase()}${one.slice(1)}`;
}
