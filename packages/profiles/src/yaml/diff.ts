import { type Alignment, alignByContent, alignByKey } from "../diff/align";
import { documentNames, textAt } from "./documents";
import { parseYaml } from "./parse";
import { documentPath, indexPath, keyPath, markPath } from "./path";
import { meaningOf } from "./read";
import { normalizeText } from "./text";
import { resolved, toValue, type YamlMap, type YamlSeq, type YamlTree } from "./tree";
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

/** The fields that tell the entries of a list apart, in the order they are tried. */
const MARKS = ["name", "id", "key"];

/**
 * The changes that lead from one YAML text to another: none exactly when `sameYaml` holds. Paths are like
 * `charts.argo-cd.server.replicas`, `env[name=FOO].value`, `metadata.annotations["a.b/c"]` and, where a text holds
 * several documents, `Deployment default/web > spec.replicas`. Palette's presets comment is the path `presets`. A
 * change inside an anchor is told there, not again at its aliases. Where a text does not parse, the whole text is one
 * change at the path "".
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

/** Undefined where a text does not parse. */
function treeChanges(before: string, after: string): LeafChange[] | undefined {
  const left = parseYaml(before);
  const right = parseYaml(after);
  const meaning = [meaningOf(before, left), meaningOf(after, right)] as const;
  if (meaning[0].digest === undefined || meaning[1].digest === undefined) return undefined;
  const changes: LeafChange[] = [];
  if (meaning[0].presets.join() !== meaning[1].presets.join())
    changes.push(presetChange(meaning[0].presets, meaning[1].presets));
  if (meaning[0].digest !== meaning[1].digest) new TreeDiff(changes).documents(left.documents, right.documents);
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

  documents(before: YamlTree[], after: YamlTree[]): void {
    if (before.length <= 1 && after.length <= 1) {
      const [left] = before;
      const [right] = after;
      if (left && right) this.node("", left, right);
      else if (right) this.whole("", "add", right);
      else if (left) this.whole("", "remove", left);
      return;
    }
    const names = new Map<YamlTree, string>();
    for (const list of [before, after]) {
      documentNames(list).forEach((name, index) => {
        names.set(list[index]!, name);
      });
    }
    const nameOf = (document: YamlTree) => names.get(document)!;
    const found = alignByKey(before, after, nameOf, renamedObject);
    for (const { item } of found.removed) this.push(nameOf(item), "remove", { before: toValue(item) });
    for (const pair of found.pairs) {
      const name = nameOf(pair.before);
      if (pair.moved) this.push(name, "move", { before: pair.from + 1, after: pair.to + 1 });
      this.node(documentPath(name), pair.before, pair.after);
    }
    for (const { item } of found.added) this.push(nameOf(item), "add", { after: toValue(item) });
  }

  private node(path: string, before: YamlTree, after: YamlTree): void {
    if (before.digest === after.digest) return;
    const left = resolved(before);
    const right = resolved(after);
    if (before.kind === "alias" && after.kind === "alias" && this.compared.get(left) === right) return;
    this.compared.set(left, right);
    const told = this.changes.length;
    if (left.kind === "map" && right.kind === "map") this.map(path, left, right);
    else if (left.kind === "seq" && right.kind === "seq") this.seq(path, left, right);
    else this.push(trimmed(path), "change", { before: toValue(left), after: toValue(right) });
    // Tags and directives have no path of their own; what differs only there, or at an alias told before, differs as a whole.
    if (this.changes.length === told && !this.explainedByAlias(left, right)) {
      this.push(trimmed(path), "change", { before: toValue(left), after: toValue(right) });
    }
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
    const secret = isSecret(before) || isSecret(after);
    const visit = (key: string, work: () => void) => {
      const outer = this.inSecret;
      if (secret && (key === "data" || key === "stringData")) this.inSecret = true;
      work();
      this.inSecret = outer;
    };
    for (const [digest, entry] of before.entries) {
      const other = after.entries.get(digest);
      const at = keyPath(path, entry.key);
      visit(entry.key, () => (other ? this.node(at, entry.node, other.node) : this.whole(at, "remove", entry.node)));
    }
    for (const [digest, entry] of after.entries) {
      if (!before.entries.has(digest)) visit(entry.key, () => this.whole(keyPath(path, entry.key), "add", entry.node));
    }
  }

  private seq(path: string, before: YamlSeq, after: YamlSeq): void {
    const mark = MARKS.find((field) => isMark(field, before) && isMark(field, after));
    if (mark === undefined) {
      const found = alignByContent(before.items, after.items, (item) => item.digest);
      this.entries(found, (_, index) => indexPath(path, index));
      return;
    }
    const markOf = (item: YamlTree) => textAt(resolved(item) as YamlMap, mark)!;
    const found = alignByKey(before.items, after.items, markOf, (a, b) => sameButFor(mark, a, b));
    this.entries(found, (item) => markPath(path, mark, markOf(item)));
  }

  private entries(found: Alignment<YamlTree>, pathOf: (item: YamlTree, index: number) => string): void {
    for (const { item, at } of found.removed) this.push(pathOf(item, at), "remove", { before: toValue(item) });
    for (const pair of found.pairs) {
      const path = pathOf(pair.before, pair.to);
      if (pair.moved) this.push(path, "move", { before: pair.from + 1, after: pair.to + 1 });
      this.node(path, pair.before, pair.after);
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
    this.push(at, kind, kind === "add" ? { after: toValue(node) } : { before: toValue(node) });
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

/** Every entry is a map that has the field, and no two have the same. */
function isMark(field: string, list: YamlSeq): boolean {
  const seen = new Set<string>();
  for (const item of list.items) {
    const node = resolved(item);
    const mark = node.kind === "map" ? textAt(node, field) : undefined;
    if (mark === undefined || seen.has(mark)) return false;
    seen.add(mark);
  }
  return true;
}

/** A Kubernetes object that differs in nothing but its metadata is the same object under another name. */
function renamedObject(before: YamlTree, after: YamlTree): boolean {
  return sameButFor("metadata", before, after) && textAt(resolved(before) as YamlMap, "kind") !== undefined;
}

/** An entry that differs in nothing but its mark was renamed: one change of one leaf. */
function sameButFor(field: string, a: YamlTree, b: YamlTree): boolean {
  const left = resolved(a);
  const right = resolved(b);
  if (left.kind !== "map" || right.kind !== "map" || left.entries.size !== right.entries.size) return false;
  return [...left.entries].every(([key, entry]) => {
    const other = right.entries.get(key);
    return other !== undefined && (entry.key === field || entry.node.digest === other.node.digest);
  });
}
