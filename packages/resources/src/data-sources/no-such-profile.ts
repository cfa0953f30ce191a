import { DiagnosticError, type Run } from "@palette-profiles/resource-kit";
import type { LineageKind } from "../lineage/kind";
import { suggest } from "../lookups";
import { type Palette, scopeOf } from "../palette";

interface Asked {
  name: string;
  version?: string | undefined;
  context?: string | undefined;
  project?: string | undefined;
}

/** Tells the nearest name, or the versions there are. */
export async function noSuchProfile(
  kind: LineageKind,
  { name, version, context = "project", project }: Asked,
  run: Run<Palette>,
): Promise<DiagnosticError> {
  const all = await kind.listed(run.context, await scopeOf({ context, project }, run));
  const versions = all.filter((each) => each.name === name).map((each) => each.version);
  const isVersion = version !== undefined && versions.length > 0;
  const what = version === undefined ? `${kind.noun} "${name}"` : `version ${version} of the ${kind.noun} "${name}"`;
  const where = context === "tenant" ? "in the tenant" : `in the project "${project ?? run.context.project}"`;
  const near = isVersion ? suggest(version, versions) : suggest(name, [...new Set(all.map((each) => each.name))]);
  return new DiagnosticError({
    code: "NotFound",
    path: [isVersion ? "version" : "name"],
    summary: `There is no ${what}`,
    detail: `Palette has no ${what} ${where}.${near || " Check the name, the version and the context."}`,
  });
}
