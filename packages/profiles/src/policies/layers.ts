import type { ProfileProperties } from "./facts";

/** A layer or a tier, and where it stands: `packs[1]`, `tiers[0]`. */
export interface Layer {
  path: string;
  /** Its name, or its place where that is not known: `"argo-cd"`, `packs[1]`. */
  label: string;
  fields: Readonly<Record<string, unknown>>;
}

/** The layers of a cluster or system profile and the tiers of an app profile, as far as they are known. */
export function layersOf(profile: ProfileProperties): Layer[] {
  return (["packs", "tiers"] as const).flatMap((list) =>
    entriesOf(profile[list]).map(({ index, fields }) => {
      const path = `${list}[${index}]`;
      return { path, label: typeof fields.name === "string" ? `"${fields.name}"` : path, fields };
    }),
  );
}

/** The entries of a list of objects that are known, each with its index. */
export function entriesOf(list: unknown): { index: number; fields: Readonly<Record<string, unknown>> }[] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((fields: unknown, index) =>
    fields !== null && typeof fields === "object" ? [{ index, fields: fields as Record<string, unknown> }] : [],
  );
}
