import { nearest, type Reference, references } from "@palette-profiles/profiles";
import { isUnknown, type Path } from "@palette-profiles/resource-kit";
import { suggest } from "../../lookups";
import { scopeOf } from "../../palette";
import type { LineageDraft } from "../state";
import type { ChangedText } from "./texts";

/** A macro in a text. */
type Use = Pick<Reference, "name" | "line" | "column">;

/**
 * Every macro that a new or changed text uses exists in the project, the tenant or the system: Palette would leave the
 * reference empty, or refuse the cluster, long after the apply. Texts as they were are not among them, so that a plan
 * without changes asks nothing.
 */
export async function macroRules(draft: LineageDraft, texts: readonly ChangedText[]): Promise<void> {
  const { context, project } = draft.planned;
  if (isUnknown(context) || isUnknown(project)) return;
  const used = texts.flatMap(({ text, ...where }) => macrosIn(text).map((use) => ({ ...use, ...where })));
  if (used.length === 0) return;
  const at = await scopeOf({ context: String(context), project: project as string | undefined }, draft).catch(
    () => undefined,
  );
  // A wrong project is told by whoever needs it first.
  if (at === undefined) return;
  const { lookups } = draft.context;
  const usable = await lookups.macros(at);
  if (usable === undefined) {
    draft.warning(used[0]!.path, {
      code: "MacrosUnread",
      summary: "Macros are not checked",
      detail: `${used[0]!.who} uses the macro "${used[0]!.name}", but this API key may not list macros: whether it exists shows when something is deployed.`,
    });
    return;
  }
  const missing = used.filter(({ name }) => !usable.includes(name));
  if (missing.length === 0) return;
  const defined = await lookups.definedMacros(at);
  const known = [...new Set([...usable, ...defined])].sort();
  for (const use of missing) if (!defined.includes(use.name)) tellMissing(draft, use, known);
}

/** A slip of a name that is there is an error. Any other name may be of a macro that the same apply makes: a warning. */
function tellMissing(draft: LineageDraft, use: Use & { path: Path; who: string }, known: readonly string[]): void {
  const tenant = draft.planned.context === "tenant";
  const place = tenant ? "the tenant" : `the project "${String(draft.planned.project)}", the tenant`;
  const settings = tenant ? "Tenant Settings > Macros" : "Project Settings > Macros, or Tenant Settings > Macros";
  const isSlip = nearest(use.name, known, 1).length > 0;
  draft[isSlip ? "error" : "warning"](use.path, {
    code: "UnknownMacro",
    summary: `There is no macro "${use.name}"`,
    detail: `${use.who}, line ${use.line}, column ${use.column}: neither ${place} nor the system has a macro "${use.name}".${suggest(use.name, known)} Correct the name, or define the macro in Palette (${settings}) before anything uses the profile.`,
  });
}

/** The macros of a text, each at its first place. Those in comments do nothing, so they may be of old. */
function macrosIn(text: string): Use[] {
  const uses = references(text).filter(({ kind, place }) => kind === "macro" && place !== "comment");
  return [...new Map(uses.reverse().map((use) => [use.name, use])).values()].reverse();
}
