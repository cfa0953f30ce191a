import { isNotFound } from "@palette-profiles/palette-api";
import { DiagnosticError, type Run } from "@palette-profiles/resource-kit";
import { type Palette, scopeOf } from "../palette";
import { findVersion } from "./find";
import type { LineageKind } from "./kind";
import type { LineageState } from "./state";

export const IMPORT_FORMAT = "NAME|UID:context[:version]";

/** From an import id to enough state for a read. */
export async function findForImport(kind: LineageKind, id: string, run: Run<Palette>): Promise<LineageState> {
  const [who = "", context = "", version, ...rest] = id.split(":");
  if (who === "" || (context !== "project" && context !== "tenant") || rest.length > 0) {
    throw wrong(
      "InvalidImportId",
      `"${id}" is not an import id`,
      `Write ${IMPORT_FORMAT}, the context being project or tenant: platform-addons:project:1.2.0.`,
    );
  }
  return findProfile(kind, { who, context, project: run.context.project, version }, run);
}

/** What an import id or an identity says of a profile. */
export interface ProfileSought {
  /** Its name, or its uid. */
  who: string;
  context: string;
  /** Where to look, in the context `project`. */
  project: string;
  /** Default: the newest. */
  version?: string | undefined;
}

/** The profile in exactly this scope: enough state for a read. */
export async function findProfile(kind: LineageKind, sought: ProfileSought, run: Run<Palette>): Promise<LineageState> {
  const { who, context, version } = sought;
  const project = context === "project" ? sought.project : undefined;
  const at = await scopeOf({ context, project }, run);
  const byUid = /^[0-9a-f]{24}$/.test(who) ? await profileInScope(kind, who, context, run, at) : undefined;
  const uid = byUid ?? (await findVersion(kind, run.context, at, who, context, version));
  if (uid === undefined) {
    const what = version === undefined ? `${kind.noun} "${who}"` : `version ${version} of the ${kind.noun} "${who}"`;
    const where = project === undefined ? "in the tenant" : `in the project "${project}"`;
    throw wrong(
      "NotFound",
      `There is no ${what}`,
      `Palette has no ${what} ${where}. Check the name, the version and the context.`,
    );
  }
  const seen = await kind.see(run.context, at, uid);
  // A uid is found from any project: the profile says which is its own.
  const own = context === "project" ? (seen.projectName ?? project) : undefined;
  return {
    ...kind.unkept,
    id: uid,
    name: seen.name ?? who,
    context,
    project: own,
    versions: { [seen.version]: uid },
  };
}

async function profileInScope(
  kind: LineageKind,
  uid: string,
  context: string,
  run: Run<Palette>,
  at: Awaited<ReturnType<typeof scopeOf>>,
) {
  try {
    return (await kind.see(run.context, at, uid)).scope === context ? uid : undefined;
  } catch (error) {
    if (isNotFound(error)) return undefined;
    throw error;
  }
}

function wrong(code: string, summary: string, detail: string): DiagnosticError {
  return new DiagnosticError({ code, summary, detail });
}
