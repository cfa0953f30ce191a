import { type Alignment, alignByContent, alignByKey } from "../diff/align";
import { isSecretPath } from "../secret-names";
import type { LeafChange } from "./diff";
import { documentNames, textAt } from "./documents";
import { embeddedTrees } from "./embedded";
import { likeness, objectLikeness } from "./likeness";
import { listKey } from "./list-key";
import { parseYaml } from "./parse";
import { documentPath, indexPath, keyPath, markPath, pathSteps } from "./path";
import { meaningOf } from "./read";
import { resolved, toValue, type YamlMap, type YamlScalar, type YamlSeq, type YamlTree } from "./tree";

/** The changes between two normalised texts; undefined where one does not parse. */
export function treeChanges(before: string, after: string): LeafChange[] | undefined {
  const left = parseYaml(before);
  const right = parseYaml(after);
  const meaning = [meaningOf(before, left), meaningOf(after, right)] as const;
  if (meaning[0].digest === undefined || meaning[1].digest === undefined) return undefined;
  const changes: LeafChange[] = [];
  if (meaning[0].presets.join() !== meaning[1].presets.join())
    changes.push(presetChange(meaning[0].presets, meaning[1].presets));
  if (meaning[0].digest !== meaning[1].digest) new TreeDiff(changes).documents("", left.documents, right.documents);
  return changes;
}

function presetChange(before: string[], after: string[]): LeafChange {
  if (before.length === 0) return { path: "presets", kind: "add", after };
  if (after.length === 0) return { path: "presets", kind: "remove", before };
  return { path: "presets", kind: "change", before, after };
}

/** Collects the changes of one pair of texts; remembers which anchors were compared. */
class TreeDiff {
  private readonly compared = new Map<YamlTree, YamlTree>();
  private inSecret = false;

  constructor(private readonly changes: LeafChange[]) {}

  /** `path` is where the documents stand: nowhere, or behind the text that holds them. */
  documents(path: string, before: YamlTree[], after: YamlTree[]): void {
    if (before.length <= 1 && after.length <= 1) {
      const [left] = before;
      const [right] = after;
      if (left && right) this.node(path, undefined, left, right);
      else if (right) this.whole(path, "add", right);
      else if (left) this.whole(path, "remove", left);
      return;
    }
    const names = documentNames([before, after]);
    const nameOf = (document: YamlTree) => names.get(document)!;
    const found = alignByKey(before, after, nameOf, objectLikeness);
    for (const { item } of found.removed) this.push(`${path}${nameOf(item)}`, "remove", { before: toValue(item) });
    for (const pair of found.pairs) {
      const name = `${path}${nameOf(pair.before)}`;
      if (pair.moved) this.push(name, "move", { before: pair.from + 1, after: pair.to + 1 });
      this.node(documentPath(name), undefined, pair.before, pair.after);
    }
    for (const { item } of found.added) this.push(`${path}${nameOf(item)}`, "add", { after: toValue(item) });
  }

  /** `field` is the key that the node stands under. */
  private node(path: string, field: string | undefined, before: YamlTree, after: YamlTree): void {
    if (before.digest === after.digest) return;
    const left = resolved(before);
    const right = resolved(after);
    if (before.kind === "alias" && after.kind === "alias" && this.compared.get(left) === right) return;
    this.compared.set(left, right);
    const told = this.changes.length;
    if (left.kind === "map" && right.kind === "map") this.map(path, left, right);
    else if (left.kind === "seq" && right.kind === "seq") this.seq(path, field, left, right);
    else if (left.kind === "scalar" && right.kind === "scalar") this.text(path, left, right);
    // Tags and directives have no path of their own; what differs only there, or at an alias told before, differs as a whole.
    if (this.changes.length === told && !this.explainedByAlias(left, right)) {
      this.push(trimmed(path), "change", { before: toValue(left), after: toValue(right) });
    }
  }

  /** Goes into a text that holds YAML or JSON; of a secret, nothing is told but that it changed. */
  private text(path: string, before: YamlScalar, after: YamlScalar): void {
    const trees = embeddedTrees(before, after);
    if (trees === undefined || this.inSecret || isSecretPath(pathSteps(path))) return;
    this.documents(documentPath(path), ...trees);
  }

  private explainedByAlias(left: YamlTree, right: YamlTree): boolean {
    const a = resolved(left);
    const b = resolved(right);
    if (a.kind === "map" && b.kind === "map" && a.tag === b.tag) {
      return [...a.entries].some(([key, { node }]) => this.toldBefore(node, b.entries.get(key)?.node));
    }
    if (a.kind === "seq" && b.kind === "seq" && a.tag === b.tag) {
      return a.items.some((item, index) => this.toldBefore(item, b.items[index]));
    }
    return false;
  }

  private toldBefore(left: YamlTree, right: YamlTree | undefined): boolean {
    if (!right || left.digest === right.digest) return false;
    const bothAliases = left.kind === "alias" && right.kind === "alias";
    return (bothAliases && this.compared.get(left.target) === right.target) || this.explainedByAlias(left, right);
  }

  private map(path: string, before: YamlMap, after: YamlMap): void {
    // A map that is left empty is not a map that is gone. `node` tells it as a whole.
    if (after.entries.size === 0 && path !== "" && !path.endsWith(" > ")) return;
    const secret = isSecret(before) || isSecret(after);
    const visit = (key: string, work: () => void) => {
      const outer = this.inSecret;
      if (secret && (key === "data" || key === "stringData")) this.inSecret = true;
      work();
      this.inSecret = outer;
    };
    for (const [digest, { key, node }] of before.entries) {
      const other = after.entries.get(digest);
      const at = keyPath(path, key);
      visit(key, () => (other ? this.node(at, key, node, other.node) : this.whole(at, "remove", node)));
    }
    for (const [digest, entry] of after.entries) {
      if (!before.entries.has(digest)) visit(entry.key, () => this.whole(keyPath(path, entry.key), "add", entry.node));
    }
  }

  private seq(path: string, field: string | undefined, before: YamlSeq, after: YamlSeq): void {
    const key = listKey(field, before, after);
    if (key === undefined) {
      const found = alignByContent(before.items, after.items, (item) => item.digest, likeness);
      this.entries(found, (_, index) => indexPath(path, index));
      return;
    }
    const found = alignByKey(before.items, after.items, key.markOf, key.likeness);
    this.entries(found, (item) => markPath(path, key.field, key.markOf(item)));
  }

  private entries(found: Alignment<YamlTree>, pathOf: (item: YamlTree, index: number) => string): void {
    for (const { item, at } of found.removed) this.push(pathOf(item, at), "remove", { before: toValue(item) });
    for (const pair of found.pairs) {
      const path = pathOf(pair.before, pair.to);
      if (pair.moved) this.push(path, "move", { before: pair.from + 1, after: pair.to + 1 });
      this.node(path, undefined, pair.before, pair.after);
    }
    for (const { item, at } of found.added) this.push(pathOf(item, at), "add", { after: toValue(item) });
  }

  /** Something that is on one side only: goes down while there is one way. */
  private whole(path: string, kind: "add" | "remove", tree: YamlTree): void {
    let at = path;
    let node = resolved(tree);
    while (node.kind === "map" && node.entries.size === 1 && node.tag === undefined && path !== "") {
      const [entry] = node.entries.values();
      at = keyPath(at, entry!.key);
      node = resolved(entry!.node);
    }
    this.push(trimmed(at), kind, kind === "add" ? { after: toValue(node) } : { before: toValue(node) });
  }

  private push(path: string, kind: LeafChange["kind"], values: Pick<LeafChange, "before" | "after">): void {
    this.changes.push({ path, kind, ...values, ...(this.inSecret ? { secret: true } : {}) });
  }
}

function trimmed(path: string): string {
  return path.endsWith(" > ") ? path.slice(0, -3) : path;
}

function isSecret(map: YamlMap): boolean {
  return textAt(map, "kind") === "Secret";
}
