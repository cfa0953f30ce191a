import fc from "fast-check";
import { isMap, isScalar, isSeq, type Node, parseDocument, Scalar, stringify, visit } from "yaml";

/** Plain scalars that the readers of YAML disagree on, and neighbours that they do not. */
export const TRAPS = [
  ..."on off yes no y n true false null ~ Null TRUE 0 1 -1 +1 012 0o14 0x1F 0b11 1_000 1.0 1.20 1.2 .5 1e3 1E3 1:30".split(
    " ",
  ),
  ..."190:20:30 2001-01-01 2001-01-01T00:00:00Z 9007199254740993 .inf -.INF .nan << = 1.2.3 10Mi 500m v1.2 a-b".split(
    " ",
  ),
];

/** A YAML value of maps, lists and texts. */
export const yamlValue: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  value: fc.oneof({ depthSize: "small" }, { weight: 3, arbitrary: tie("leaf") }, tie("map"), tie("list")),
  leaf: fc.oneof(
    fc.string(),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.constantFrom(...TRAPS),
    fc.constant("x\n  y\n"),
  ),
  map: fc.dictionary(fc.oneof(fc.stringMatching(/^[a-z]{1,6}$/), fc.constantFrom(...TRAPS, "a.b/c")), tie("value"), {
    maxKeys: 5,
  }),
  list: fc.array(tie("value"), { maxLength: 4 }),
})).map;

/** How to write a value again without changing what it means. */
export interface Rewriting {
  indent: number;
  quote: "QUOTE_SINGLE" | "QUOTE_DOUBLE";
  flow: boolean;
  comments: boolean;
  seed: number;
}

export const rewriting: fc.Arbitrary<Rewriting> = fc.record({
  indent: fc.constantFrom(2, 3, 4, 8),
  quote: fc.constantFrom("QUOTE_SINGLE", "QUOTE_DOUBLE"),
  flow: fc.boolean(),
  comments: fc.boolean(),
  seed: fc.nat(),
});

/** Other indentation, quotes, key order and comments; scalars that are not certainly text keep their spelling. */
export function rewrite(text: string, how: Rewriting): string {
  const doc = parseDocument(text, { schema: "failsafe" });
  let turn = how.seed;
  const next = (n: number) => {
    turn = (turn * 1103515245 + 12345) % 2147483648;
    return turn % n;
  };
  visit(doc, {
    Map: (_, map) => {
      for (let i = map.items.length - 1; i > 0; i--) {
        const j = next(i + 1);
        [map.items[i], map.items[j]] = [map.items[j]!, map.items[i]!];
      }
      if (how.flow && map.items.every(({ value }) => isScalar(value)) && next(2) === 0) map.flow = true;
    },
    Scalar: (_, node) => {
      const value = String(node.value);
      if (node.type !== Scalar.PLAIN && !value.includes("\n") && next(2) === 0) node.type = how.quote;
      if (node.type === Scalar.PLAIN && /^[b-df-mo-xz][a-z]{5,}$/i.test(value)) node.type = how.quote;
    },
    Node: (_, node) => {
      dropComments(node as Node);
    },
  });
  doc.comment = how.comments ? " a comment\n another" : null;
  doc.commentBefore = how.comments ? " before it" : null;
  const presets = /^#\s*spectrocloud\.com\/enabled-presets:.*$/m.exec(text)?.[0];
  return `${presets ? `${presets}\n` : ""}${doc.toString({ indent: how.indent, lineWidth: 0 })}`;
}

function dropComments(node: Node): void {
  node.comment = null;
  node.commentBefore = null;
  node.spaceBefore = false;
}

/** Every scalar leaf with a path of keys that a test can follow. */
export function scalarLeaves(text: string): (string | number)[][] {
  const paths: (string | number)[][] = [];
  const walk = (node: unknown, path: (string | number)[]): void => {
    if (isMap(node)) {
      for (const { key, value } of node.items) walk(value, [...path, String((key as Scalar).value)]);
    } else if (isSeq(node)) {
      for (const [index, item] of node.items.entries()) walk(item, [...path, index]);
    } else paths.push(path);
  };
  walk(parseDocument(text, { schema: "failsafe" }).contents, []);
  return paths.filter((path) => path.length > 0);
}

/** The text with another value at a path. */
export function withLeaf(text: string, path: (string | number)[], value: unknown): string {
  const doc = parseDocument(text, { schema: "failsafe" });
  const node = doc.createNode(value) as Scalar;
  node.type = Scalar.QUOTE_DOUBLE;
  doc.setIn(path, node);
  return doc.toString({ lineWidth: 0 });
}

export function toYaml(value: unknown): string {
  return stringify(value, { lineWidth: 0, aliasDuplicateObjects: false });
}
