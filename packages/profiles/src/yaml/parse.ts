import { createHash } from "node:crypto";
import { Alias, type Document, isMap, isScalar, isSeq, type ParsedNode, type Scalar } from "yaml";
import { composeYaml, isPlainText } from "./compose";
import { plainKind, plainValue } from "./scalar";
import { hideTemplates, showTemplates } from "./templates";
import {
  resolved,
  type ScalarValue,
  toValue,
  type YamlMap,
  type YamlScalar,
  type YamlSeq,
  type YamlTree,
} from "./tree";

/** A syntax error at an offset of the text that was parsed. */
export interface ParseError {
  offset: number;
  message: string;
}

export interface ParsedYaml {
  documents: YamlTree[];
  /** The documents as the parser gives them, templates hidden: the entries of their maps stand in the same order. */
  composed: Document.Parsed[];
  errors: ParseError[];
  /** Whether the character at an offset belongs to a value or a key, rather than to a comment or punctuation. */
  isContent: (offset: number) => boolean;
}

const STR_TAG = "tag:yaml.org,2002:str";
const PLAIN_TAGS = new Set([STR_TAG, "tag:yaml.org,2002:map", "tag:yaml.org,2002:seq", "!"]);
/** Line breaks in YAML 1.1 but not in 1.2: a text that holds one raw is kept apart from one that escapes it. */
const OLD_BREAKS = /[\u0085\u2028\u2029]/;

/** Parses all documents; every scalar stays as written, and `plainKind` says what the readers make of it. */
export function parseYaml(text: string): ParsedYaml {
  const source = hideTemplates(text);
  try {
    const documents = composeYaml(source);
    const errors = documents.flatMap((doc) =>
      doc.errors.map((error) => ({ offset: error.pos[0], message: showTemplates(firstLine(error.message)) })),
    );
    const trees = errors.length > 0 ? [] : buildTrees(documents, source, errors);
    return {
      documents: errors.length > 0 ? [] : trees,
      composed: documents,
      errors,
      isContent: contentTest(documents),
    };
  } catch (error) {
    // The parser and the walk recurse: a text nested some thousand levels deep ends here.
    if (error instanceof RangeError) {
      return {
        documents: [],
        composed: [],
        errors: [{ offset: 0, message: "the text is nested too deeply" }],
        isContent: () => false,
      };
    }
    throw error;
  }
}

function buildTrees(documents: Document.Parsed[], source: string, errors: ParseError[]): YamlTree[] {
  const trees = documents.map((document) => new TreeBuilder(source, errors).document(document));
  // An empty stream, a lone `---` and a lone `null` all read as nothing.
  const only = trees.length === 1 ? trees[0] : undefined;
  return only?.kind === "scalar" && only.value === null && only.digest === NULL_DIGEST ? [] : trees;
}

const NULL_DIGEST = "n";

/** Builds the tree of one document; holds its anchors. */
class TreeBuilder {
  private readonly anchors = new Map<string, YamlScalar | YamlMap | YamlSeq | "open">();

  constructor(
    private readonly source: string,
    private readonly errors: ParseError[],
  ) {}

  document(document: Document.Parsed): YamlTree {
    const tree = this.node(document.contents);
    if (document.directives.yaml.explicit) {
      return { ...resolved(tree), digest: hash(`%YAML ${document.directives.yaml.version}\n${tree.digest}`) };
    }
    return tree;
  }

  private node(node: ParsedNode | null): YamlTree {
    if (node === null) return { kind: "scalar", digest: NULL_DIGEST, value: null };
    if (node instanceof Alias) return this.alias(node);
    if (node.anchor) this.anchors.set(node.anchor, "open");
    const tree = isScalar(node) ? this.scalar(node) : isMap(node) ? this.map(node) : this.seq(node);
    if (node.anchor) this.anchors.set(node.anchor, tree);
    return tree;
  }

  private alias(node: Alias.Parsed): YamlTree {
    const target = this.anchors.get(node.source);
    if (target === undefined || target === "open") {
      const why = target === "open" ? "it lies inside the node it points to" : "no anchor of that name comes before it";
      this.errors.push({ offset: node.range[0], message: `the alias *${node.source} cannot be resolved: ${why}` });
      return { kind: "scalar", digest: NULL_DIGEST, value: null };
    }
    return { kind: "alias", digest: target.digest, target };
  }

  private scalar(node: Scalar.Parsed): YamlScalar {
    const content = showTemplates(typeof node.value === "string" ? node.value : (node.source ?? ""));
    const tag = meaningfulTag(node.tag);
    if (tag)
      return {
        kind: "scalar",
        digest: `t${tag} ${compact(content)}`,
        value: { yaml: `${shortTag(tag)} ${content}` },
        tag,
      };
    const asText = !isPlainText(node) || node.tag !== undefined;
    const kind = asText ? "string" : plainKind(content);
    const value: ScalarValue = asText ? content : plainValue(content);
    return { kind: "scalar", digest: this.scalarDigest(kind, content, node), value };
  }

  private scalarDigest(kind: ReturnType<typeof plainKind>, content: string, node: Scalar.Parsed): string {
    switch (kind) {
      case "null":
        return NULL_DIGEST;
      case "true":
        return "b1";
      case "false":
        return "b0";
      case "string":
        if (OLD_BREAKS.test(content)) return `r${compact(this.source.slice(node.range[0], node.range[1]))}`;
        return `s${compact(content)}`;
      default:
        return `p${compact(content)}`;
    }
  }

  private map(node: Extract<ParsedNode, { items: unknown[] }>): YamlMap {
    const entries: YamlMap["entries"] = new Map();
    for (const pair of node.items as { key: ParsedNode | null; value: ParsedNode | null }[]) {
      const key = this.node(pair.key);
      const duplicate = entries.has(key.digest);
      if (duplicate) {
        this.errors.push({ offset: pair.key?.range?.[0] ?? 0, message: `Map keys must be unique: "${keyText(key)}"` });
      }
      entries.set(key.digest, { key: keyText(key), node: this.node(pair.value) });
    }
    // Order is not meaning in a map: the digest takes the entries sorted.
    const parts = [...entries].map(([key, entry]) => `${framed(key)}${framed(entry.node.digest)}`).sort();
    const tag = meaningfulTag(node.tag);
    return { kind: "map", digest: hash(`m${tag ?? ""}\n${parts.join("")}`), entries, ...(tag ? { tag } : {}) };
  }

  private seq(node: Extract<ParsedNode, { items: unknown[] }>): YamlSeq {
    const items = (node.items as (ParsedNode | { key: ParsedNode | null; value: ParsedNode | null })[]).map((item) =>
      "key" in item && !("range" in item && isMap(item)) ? this.pairItem(item) : this.node(item as ParsedNode),
    );
    const tag = meaningfulTag(node.tag);
    const digest = hash(`l${tag ?? ""}\n${items.map((item) => framed(item.digest)).join("")}`);
    return { kind: "seq", digest, items, ...(tag ? { tag } : {}) };
  }

  private pairItem(pair: { key: ParsedNode | null; value: ParsedNode | null }): YamlMap {
    const key = this.node(pair.key);
    const node = this.node(pair.value);
    const digest = hash(`m\n${framed(key.digest)}${framed(node.digest)}`);
    return { kind: "map", digest, entries: new Map([[key.digest, { key: keyText(key), node }]]) };
  }
}

function meaningfulTag(tag: string | undefined): string | undefined {
  return tag === undefined || PLAIN_TAGS.has(tag) ? undefined : tag;
}

function keyText(key: YamlTree): string {
  const value = toValue(key);
  if (typeof value === "string") return value;
  if (value !== null && typeof value === "object" && "yaml" in value) return String(value.yaml);
  return typeof value === "object" && value !== null ? JSON.stringify(value) : String(value);
}

/** Short contents as they are, long ones by hash; the first character keeps the two apart. */
function compact(content: string): string {
  return content.length <= 64 ? `=${content}` : `#${hash(content)}`;
}

/** Length first, so that neighbours in a joined text cannot be mistaken for each other. */
function framed(part: string): string {
  return `${part.length}:${part}`;
}

function hash(text: string): string {
  return createHash("sha256").update(text).digest("base64");
}

function firstLine(message: string): string {
  return message.split("\n", 1)[0]!;
}

function contentTest(documents: Document.Parsed[]): (offset: number) => boolean {
  return (offset) => documents.some((document) => holds(document.contents, offset));
}

function holds(node: ParsedNode | null | undefined, offset: number): boolean {
  if (!node?.range || offset < node.range[0] || offset >= node.range[2]) return false;
  if (isScalar(node)) return offset < node.range[1];
  if (isMap(node)) return node.items.some((pair) => holds(pair.key, offset) || holds(pair.value, offset));
  if (isSeq(node)) return node.items.some((item) => holds(item as ParsedNode, offset));
  return false;
}

function shortTag(tag: string): string {
  return tag.startsWith("tag:yaml.org,2002:") ? `!!${tag.slice("tag:yaml.org,2002:".length)}` : tag;
}
