import type { KeyShape, MapShape, ScalarKind, Shape } from "./shape";

/** A reference such as `{{.spectro.var.on}}`, for which Palette puts a value when a cluster is deployed. */
const REFERENCE = "`{{$" + "{string}}}`";
const IDENTIFIER = /^[A-Za-z_$][\w$]*$/;
const MANY = "{ [key: string]: unknown }";

/** Numbers are often quantities such as `500m` or `25%`, so they may be texts as well. */
const SCALARS: Record<Exclude<ScalarKind, "null">, readonly string[]> = {
  string: ["string"],
  empty: ["string", "number"],
  number: ["number", "string"],
  boolean: ["boolean", REFERENCE],
  any: ["string", "number", "boolean"],
};

/** Interfaces for a shape, that of the whole first: `root` is its name, and `prefix` begins those of the others. */
export function renderInterfaces(shape: Shape, root: string, prefix: string): string {
  return new Renderer(prefix).all(shape, root);
}

class Renderer {
  private readonly names = new Map<MapShape, string>();
  private readonly taken = new Set<string>();
  private readonly texts: string[] = [];

  constructor(private readonly prefix: string) {}

  all(shape: Shape, root: string): string {
    this.nameOf(shape.map ?? { keys: new Map(), open: true }, root);
    return this.texts.join("\n");
  }

  /** The interface of a map; its text takes its place before those of what it holds. */
  private nameOf(map: MapShape, wanted: string): string {
    const known = this.names.get(map);
    if (known !== undefined) return known;
    let name = wanted;
    for (let n = 2; this.taken.has(name); n++) name = `${wanted}${n}`;
    this.taken.add(name);
    this.names.set(map, name);
    const at = this.texts.push("") - 1;
    const inside = this.texts.length === 1 ? this.prefix : name;
    const keys = [...map.keys].map(([key, it]) => this.keyText(key, it, inside));
    const open = map.open ? ["  [key: string]: unknown;\n"] : [];
    this.texts[at] = `export interface ${name} {\n${[...keys, ...open].join("")}}\n`;
    return name;
  }

  private keyText(key: string, { shape, says }: KeyShape, inside: string): string {
    const name = IDENTIFIER.test(key) ? key : JSON.stringify(key);
    return `${comment(says)}  ${name}?: ${this.typeOf(shape, inside + pascalCase(key))};\n`;
  }

  private typeOf({ scalars, choices, map, list }: Shape, name: string): string {
    const types = new Set<string>();
    if (choices !== undefined) {
      for (const choice of [...choices.map((it) => JSON.stringify(it)), REFERENCE]) types.add(choice);
    } else {
      for (const kind of scalars) if (kind !== "null") for (const type of SCALARS[kind]) types.add(type);
    }
    if (types.has("string")) types.delete(REFERENCE);
    if (map !== undefined) types.add(map.keys.size === 0 ? MANY : this.nameOf(map, name));
    if (list !== undefined) {
      const item = this.typeOf(list.item, `${name}Item`);
      types.add(/[|]/.test(item) ? `(${item})[]` : `${item}[]`);
    }
    // Of a key without a value nothing is known.
    if (types.size === 0) return "unknown";
    if (scalars.has("null")) types.add("null");
    return [...types].join(" | ");
  }
}

function comment(says: readonly string[]): string {
  const lines = says.map((line) => line.replaceAll("*/", "*\\/"));
  if (lines.length === 0) return "";
  if (lines.length === 1) return `  /** ${lines[0]!.trim()} */\n`;
  return `  /**\n${lines.map((line) => `   * ${line}`.trimEnd()).join("\n")}\n   */\n`;
}

/** `argo-cd` is `ArgoCd`. */
export function pascalCase(text: string): string {
  return text
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");
}
