import type { LeafChange } from "../yaml/diff";

/** One change of a profile. Without `layer` and `variable` it concerns the profile itself. */
export interface ProfileChange {
  /** The layer's key, `argo-cd` or `wordpress (blog)`, or the tier's name; as it was before, where it was renamed. */
  layer?: string;
  variable?: string;
  manifest?: string;
  /**
   * The attribute (`tag`, `properties.databaseName`), or the leaf inside values or a manifest (`charts.argo-cd.server.replicas`), as `within` says.
   * Empty when the layer, variable or manifest as a whole was added, removed, moved or renamed.
   */
  path: string;
  /** Moves tell places, counted from 1; renames tell names. */
  kind: "add" | "remove" | "change" | "move" | "rename";
  before?: unknown;
  /** The unknown symbol where the value is known only after the apply. */
  after?: unknown;
  /** Set where the path leads into a YAML text. */
  within?: YamlAttribute;
  /** Never to be shown: marked by the engine, a sensitive variable's default, a tier's sensitive property, or data of a Kubernetes Secret. */
  sensitive?: boolean;
}

/** The attributes that are YAML: of layers, and of manifests. */
export type YamlAttribute = "values" | "overrides" | "content";

/** What a change belongs to. */
export type Owner = Pick<ProfileChange, "layer" | "variable" | "manifest">;

/** The changes inside a YAML text, as changes of the profile. */
export function leafChanges(owner: Owner, within: YamlAttribute, changes: readonly LeafChange[]): ProfileChange[] {
  return changes.map(({ secret, ...change }) => ({
    ...owner,
    within,
    ...change,
    ...(secret ? { sensitive: true } : {}),
  }));
}

/** The change of one attribute; nothing where both sides are the same. Null and the empty text are as good as missing. */
export function fieldChange(owner: Owner, path: string, before: unknown, after: unknown): ProfileChange[] {
  const left = present(before);
  const right = present(after);
  if (left === right) return [];
  if (left === undefined) return [{ ...owner, path, kind: "add", after: right }];
  if (right === undefined) return [{ ...owner, path, kind: "remove", before: left }];
  return [{ ...owner, path, kind: "change", before: left, after: right }];
}

export function present(value: unknown): unknown {
  return value === null || value === "" ? undefined : value;
}

/** Marks the changes of attributes that either side has marked as sensitive. */
export function hideMarked(changes: ProfileChange[], before: Marks, after: Marks): ProfileChange[] {
  const names = [before.sensitive, after.sensitive].flatMap((list) => (Array.isArray(list) ? (list as unknown[]) : []));
  if (names.length === 0) return changes;
  return changes.map((change) =>
    names.includes(change.within ?? change.path) ? { ...change, sensitive: true } : change,
  );
}

interface Marks {
  sensitive?: unknown;
}
