import { normalizeText } from "./text";
import { treeChanges } from "./tree-diff";
import { withoutShared } from "./without-shared";

/**
 * One change between two texts. What is added or removed whole (a map, a list entry, a document) is one change, whose
 * value is all of it; its path goes down as long as there is one way down. A move tells places, from 1.
 */
export interface LeafChange {
  path: string;
  kind: "add" | "remove" | "change" | "move";
  before?: unknown;
  after?: unknown;
  /** The leaf lies in `data` or `stringData` of a Kubernetes Secret. */
  secret?: boolean;
}

export interface YamlDiff {
  changes: LeafChange[];
  /** The texts differ, their meaning does not. */
  formatting: boolean;
}

/**
 * The changes that lead from one YAML text to another: none exactly when `sameYaml` holds. Paths are like
 * `charts.argo-cd.server.replicas`, `env[name=FOO].value`, `metadata.annotations["a.b/c"]` and, where a text holds
 * several documents, `Deployment default/web > spec.replicas`. Palette's presets comment is the path `presets`. A
 * change inside an anchor is told there, not again at its aliases. A text that holds YAML or JSON is gone into:
 * `data["config.yaml"] > server.port`. Where a text does not parse, the whole text is one change at the path "".
 */
export function diffYaml(before: string, after: string): YamlDiff {
  if (before === after) return { changes: [], formatting: false };
  const texts = [normalizeText(before), normalizeText(after)] as const;
  if (texts[0] === texts[1]) return { changes: [], formatting: true };
  const cut = withoutShared(...texts);
  const changes = cut && treeChanges(...cut);
  if (changes && changes.length > 0) return { changes, formatting: false };
  const all = treeChanges(...texts);
  if (all) return { changes: all, formatting: all.length === 0 };
  const same = before.trim() === after.trim();
  return { changes: same ? [] : [{ path: "", kind: "change", before, after }], formatting: same };
}
