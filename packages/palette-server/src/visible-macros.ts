import type { V1Macro } from "@palette-profiles/palette-api";
import type { Scope } from "./scope";
import type { Db } from "./store/database";
import { findMacros, type MacroOwner } from "./store/macros";

/** What a profile of this scope may use; of two macros of one name the nearer one counts. */
export function visibleMacros(db: Db, scope: Scope): V1Macro[] {
  const own: MacroOwner[] = scope.kind === "project" ? [{ kind: "project", uid: scope.project.uid }] : [];
  const farthestFirst: MacroOwner[] = [{ kind: "system" }, { kind: "tenant" }, ...own];
  const all = farthestFirst.flatMap((owner) => findMacros(db, owner));
  return [...new Map(all.map((macro) => [macro.name, macro])).values()];
}
