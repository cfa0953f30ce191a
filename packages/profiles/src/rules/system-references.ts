import { nearest } from "../nearest";
import type { Reference } from "../references";
import { SYSTEM_REFERENCES } from "../references-system";
import { error, type Problem, warning } from "./problem";
import type { ProfileText } from "./texts";

/**
 * What Palette knows itself goes by names that it documents. A slip in one of these is an error; a name that is none of
 * them may be of a newer Palette, and is a warning. What stands in a comment is nobody's mistake.
 */
export function systemProblems(
  { path, what, plural }: ProfileText,
  found: readonly Reference[],
  names: readonly string[] = SYSTEM_REFERENCES,
): Problem[] {
  const told = new Set<string>();
  return found.flatMap(({ kind, name, place, line, column }) => {
    if (kind !== "system" || place === "comment" || names.includes(name) || told.has(name)) return [];
    told.add(name);
    const verb = plural ? "refer" : "refers";
    const start = `${what} ${verb} to ".spectro.system.${name}" (line ${line}, column ${column}), which Palette's docs do not name`;
    const at = { line, column };
    const [meant] = names.filter((known) => isSlip(name, known));
    if (meant !== undefined) {
      const message = `${start}; did you mean ".spectro.system.${meant}"?`;
      return [error("UnknownSystemReference", path, message, at)];
    }
    const near = nearest(name, names, 1)[0] ?? "cluster.name";
    const message = `${start}; make sure that your Palette knows it, or use one of its names, such as ".spectro.system.${near}"`;
    return [warning("UnknownSystemReference", path, message, at)];
  });
}

/** One part of the name differs, and little. `cluster.type` is no slip for `cluster.name`. */
function isSlip(name: string, known: string): boolean {
  if (name.toLowerCase() === known) return true;
  const [group, leaf] = split(name);
  const [knownGroup, knownLeaf] = split(known);
  if (group === knownGroup) return isNear(leaf, knownLeaf);
  return leaf === knownLeaf && isNear(group, knownGroup);
}

function split(name: string): [group: string, leaf: string] {
  const dot = name.lastIndexOf(".");
  return [name.slice(0, Math.max(dot, 0)), name.slice(dot + 1)];
}

function isNear(wrong: string, known: string): boolean {
  return nearest(wrong, [known], 1).length > 0;
}
