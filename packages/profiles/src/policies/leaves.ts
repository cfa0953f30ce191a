import { diffYaml } from "../yaml/diff";
import { documentPath, keyPath, type PathStep, pathSteps } from "../yaml/path";

/** A value of a text that is neither a map nor a list. */
export interface Leaf {
  /** The way to it; an entry of a list goes by its `name` where it has one. */
  steps: readonly PathStep[];
  /** The same as text, `env[name=DB_PASSWORD].value`; in a text of several documents behind the document's name and ` > `. */
  path: string;
  /** The last key of the way. */
  key: string;
  /** What stands there; a number that readers of YAML take in several ways is its text. */
  value: string | number | boolean | null;
  /** The document's `kind`, where it is a Kubernetes object. */
  object?: string;
}

/** A resource's rules read the same texts one after the other, so the last ones are kept. */
const KEPT = 64;
const read = new Map<string, readonly Leaf[]>();

/** All leaves of a text, in its order; none where it does not parse, which the plan tells. */
export function leavesOf(text: string): readonly Leaf[] {
  const known = read.get(text);
  if (known !== undefined) return known;
  // Against nothing each document is one change, its templates kept and its place known.
  const leaves = diffYaml("", text).changes.flatMap(({ kind, path, after }) => {
    if (kind !== "add" || path === "presets") return [];
    const object = isMap(after) && typeof after.kind === "string" ? after.kind : undefined;
    return leavesIn(after, path === "" ? "" : documentPath(path), object);
  });
  if (read.size >= KEPT) read.delete(read.keys().next().value!);
  read.set(text, leaves);
  return leaves;
}

/** The leaves of a value that stands at a path, as changes of texts name both; templates and numbers as they give them. */
export function leavesIn(value: unknown, path: string, object?: string): Leaf[] {
  const leaves: Leaf[] = [];
  collect(value, pathSteps(path), path, (leaf) =>
    leaves.push({ ...leaf, ...(object === undefined ? {} : { object }) }),
  );
  return leaves;
}

function collect(value: unknown, steps: readonly PathStep[], path: string, found: (leaf: Leaf) => void): void {
  if (Array.isArray(value)) {
    value.forEach((item: unknown, index) => {
      const mark = isMap(item) && typeof item.name === "string" ? item.name : undefined;
      const step: PathStep = mark === undefined ? { index } : { field: "name", mark };
      collect(item, [...steps, step], `${path}[${mark === undefined ? index : `name=${mark}`}]`, found);
    });
  } else if (isMap(value) && !isWritten(value)) {
    for (const [key, inner] of Object.entries(value)) collect(inner, [...steps, { key }], keyPath(path, key), found);
  } else {
    const key = steps.findLast((step) => "key" in step)?.key ?? "";
    found({ steps, path, key, value: isMap(value) ? String(value.yaml) : (value as Leaf["value"]) });
  }
}

function isMap(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

/** A scalar that is kept as it is written, `{ yaml: "012" }`. */
function isWritten(value: Record<string, unknown>): boolean {
  return typeof value.yaml === "string" && Object.keys(value).length === 1;
}
