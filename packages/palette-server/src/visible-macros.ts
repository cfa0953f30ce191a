import type { V1Macro } from "@palette-profiles/palette-api";
import type { CallScope } from "./scope";
import type { Db } from "./store/database";
import { findMacros, type MacroOwner } from "./store/macros";

/** What a profile of this scope may use; of two macros of one name the nearer one counts. */
export function visibleMacros(db: Db, scope: CallScope): V1Macro[] {
  const ofTenant: MacroOwner[] = scope.kind === "system" ? [] : [{ kind: "tenant" }];
  const ofProject: MacroOwner[] = scope.kind === "project" ? [{ kind: "project", uid: scope.project.uid }] : [];
  const farthestFirst: MacroOwner[] = [{ kind: "system" }, ...ofTenant, ...ofProject];
  const all = farthestFirst.flatMap((owner) => findMacros(db, owner));
  return [...new Map(all.map((macro) => [macro.name, macro])).values()];
}
