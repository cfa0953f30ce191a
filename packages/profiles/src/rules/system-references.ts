import { nearest } from "../nearest";
import type { Reference } from "../references";
import { SYSTEM_REFERENCES } from "../references-system";
import { error, type Problem, warning } from "./problem";
import type { ProfileText } from "./texts";

const KNOWN: ReadonlySet<string> = new Set(SYSTEM_REFERENCES);

/**
 * What Palette knows itself goes by names that it documents. A name near to one of these is a slip, and an error; one that is
 * near to none may be of a newer Palette, and is a warning. What stands in a comment is nobody's mistake.
 */
export function systemProblems({ path, what, plural }: ProfileText, found: readonly Reference[]): Problem[] {
  const told = new Set<string>();
  return found.flatMap(({ kind, name, place, line, column }) => {
    if (kind !== "system" || place === "comment" || KNOWN.has(name) || told.has(name)) return [];
    told.add(name);
    const near = nearest(name, SYSTEM_REFERENCES);
    const verb = plural ? "refer" : "refers";
    const start = `${what} ${verb} to ".spectro.system.${name}" (line ${line}, column ${column}), which Palette's docs do not name`;
    const at = { line, column };
    if (near.length === 0) {
      const message = `${start}; names begin with ${GROUPS.join(", ")}: make sure that your Palette knows it`;
      return [warning("UnknownSystemReference", path, message, at)];
    }
    const message = `${start}; did you mean ${near.map((other) => `".spectro.system.${other}"`).join(" or ")}?`;
    return [error("UnknownSystemReference", path, message, at)];
  });
}

const GROUPS = [...new Set(SYSTEM_REFERENCES.map((name) => name.split(".", 1)[0]!))];
