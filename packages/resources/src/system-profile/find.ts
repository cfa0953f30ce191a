import type { At } from "@palette-profiles/palette-api";
import { DiagnosticError, type Run } from "@palette-profiles/resource-kit";
import { suggest } from "../lookups";
import { type Palette, systemScope } from "../palette";
import type { SystemProfileState } from "./attributes";
import { type LiveSystemProfile, listSystemProfiles, readSystemProfile } from "./live";

export const IMPORT_FORMAT = "NAME|UID";

/**
 * The uid of the system profile of a name; without a name, of the only one there is.
 * @throws {DiagnosticError} `NoSystemProfile`, with the names there are.
 */
export async function findSystemProfile(palette: Palette, at: At, name: string | undefined): Promise<string> {
  const all = await listSystemProfiles(palette, at);
  const found = all.filter((each) => name === undefined || each.name === name);
  if (found.length === 1) return found[0]!.uid;
  const names = all.map((each) => each.name);
  const [summary, detail] =
    name === undefined
      ? ["Say which system profile", `Palette has ${all.length} system profiles.${suggest("", names)} Give its name.`]
      : [
          `There is no system profile "${name}"`,
          `Palette has no system profile "${name}".${suggest(name, names)} System profiles come with Palette: they are taken under management, and cannot be created.`,
        ];
  throw new DiagnosticError({ code: "NoSystemProfile", path: ["name"], summary, detail });
}

/**
 * The system profile of a name, or the only one there is, with its layers.
 * @throws {DiagnosticError} `NoSystemProfile`
 */
export async function requireSystemProfile(
  palette: Palette,
  at: At,
  name: string | undefined,
): Promise<LiveSystemProfile> {
  const live = await readSystemProfile(palette, at, await findSystemProfile(palette, at, name));
  if (live !== undefined) return live;
  throw new DiagnosticError({
    code: "NoSystemProfile",
    path: ["name"],
    summary: "The system profile is gone",
    detail: "The system profile went while it was looked at. Try again.",
  });
}

/** From an import id to enough state for a read. */
export async function findForImport(id: string, run: Run<Palette>): Promise<SystemProfileState> {
  const all = await listSystemProfiles(run.context, systemScope(run));
  const byUid = all.find(({ uid }) => uid === id);
  const uid = byUid?.uid ?? (await findSystemProfile(run.context, systemScope(run), id));
  return { id: uid, name: byUid?.name ?? id };
}
