import { isNode, LineCounter, parseDocument } from "yaml";

/** Line and column count from 1. */
export interface YamlPlace {
  line: number;
  column: number;
}

export interface PlacedYaml {
  /** What the text says, read as YAML 1.2, of which JSON is a part; undefined where it does not parse. */
  value: unknown;
  /** What does not parse, without what stands there. */
  errors: (YamlPlace & { message: string })[];
  /** Where the value of a path stands; of one that is not there, where what it would be in begins. */
  placeOf(path: readonly (string | number)[]): YamlPlace;
}

/** Reads a text of one document that people write, and whose mistakes are to be told with their place. */
export function placedYaml(text: string): PlacedYaml {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const place = (offset: number): YamlPlace => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const errors = document.errors.map(({ pos, message }) => ({ ...place(pos[0]), message: message.split("\n", 1)[0]! }));
  return {
    value: errors.length > 0 ? undefined : (document.toJS({ maxAliasCount: 100 }) as unknown),
    errors,
    placeOf: (path) => {
      for (let length = path.length; length >= 0; length--) {
        const node = document.getIn(path.slice(0, length), true);
        if (isNode(node) && node.range) return place(node.range[0]);
      }
      return { line: 1, column: 1 };
    },
  };
}
