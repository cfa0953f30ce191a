import { type Document, isAlias, isMap, isScalar, isSeq, type Node, type Pair } from "yaml";
import { isPlainText } from "../yaml/compose";
import { parseYaml } from "../yaml/parse";
import { plainKind } from "../yaml/scalar";
import { showTemplates } from "../yaml/templates";
import { normalizeText } from "../yaml/text";
import { type Comments, commentsOf } from "./comments";
import { emptyShape, type KeyShape, type MapShape, mergeShapes, type ScalarKind, type Shape } from "./shape";

/** Maps whose keys are the user's own, whatever stands in them: by their names, or by such keys as labels have. */
const FREE_MAP = /(?:labels|annotations|selector|args|env|data|limits|requests|hard)$/i;
const FREE_KEY = /^(?!spectrocloud\.com\/).*[/.]/;

/** The shape of a YAML text; undefined where it does not parse, or holds nothing. */
export function shapeOfText(text: string): Shape | undefined {
  const source = normalizeText(text);
  const { composed, documents, errors } = parseYaml(source);
  if (errors.length > 0 || documents.length === 0) return undefined;
  const comments = commentsOf(source);
  return composed
    .map((document) => new Reader(document, comments).shapeOf(document.contents, []))
    .reduce((merged, shape) => mergeShapes(merged, shape));
}

class Reader {
  /** An alias has the shape that its anchor has: texts of aliases upon aliases stay small. */
  private readonly seen = new Map<Node, Shape>();

  constructor(
    private readonly document: Document.Parsed,
    private readonly comments: Comments,
  ) {}

  shapeOf(node: Node | null | undefined, path: readonly string[]): Shape {
    if (node === null || node === undefined) return { scalars: new Set<ScalarKind>(["null"]) };
    if (isAlias(node)) return this.shapeOf(node.resolve(this.document), path);
    const known = this.seen.get(node);
    if (known !== undefined) return known;
    const shape = emptyShape();
    this.seen.set(node, shape);
    if (isScalar(node)) {
      const content = showTemplates(typeof node.value === "string" ? node.value : (node.source ?? ""));
      shape.scalars.add(isPlainText(node) && node.tag === undefined ? plainKindOf(content) : textKindOf(content));
    } else if (isMap(node)) {
      shape.map = this.mapOf(node.items as Pair<Node, Node | null>[], path);
    } else if (isSeq(node)) {
      const items = node.items.map((item) => this.shapeOf(item as Node, path));
      shape.list = { item: items.reduce(mergeShapes, emptyShape()) };
    }
    return shape;
  }

  private mapOf(pairs: readonly Pair<Node, Node | null>[], path: readonly string[]): MapShape {
    const keys = new Map<string, KeyShape>();
    for (const { key, value } of pairs) {
      const name = showTemplates(isScalar(key) ? String(key.value) : String(key));
      if (name === "<<" && isScalar(key) && isPlainText(key)) {
        for (const merged of isSeq(value) ? value.items : [value]) {
          for (const [inner, it] of this.shapeOf(merged as Node, path).map?.keys ?? []) {
            if (!keys.has(inner)) keys.set(inner, it);
          }
        }
        continue;
      }
      const inner = [...path, name];
      // What charts say is by the path within the chart.
      const said = this.comments.of((inner[0] === "charts" ? inner.slice(2) : inner).join("."));
      const says = said === undefined ? this.comments.above(key.range?.[0] ?? 0) : [said];
      keys.set(name, { shape: this.shapeOf(value, inner), says });
    }
    const names = [...keys.keys()];
    const open = names.length === 0 || FREE_MAP.test(path.at(-1) ?? "") || names.some((name) => FREE_KEY.test(name));
    return { keys, open };
  }
}

function textKindOf(content: string): ScalarKind {
  return content === "" ? "empty" : "string";
}

function plainKindOf(content: string): ScalarKind {
  const kind = plainKind(content);
  if (kind === "true" || kind === "false") return "boolean";
  return kind === "ambiguous" ? "any" : kind;
}
