import { type At, clusterProfiles, type V1Variables } from "@palette-profiles/palette-api";
import { DiagnosticError } from "@palette-profiles/resource-kit";
import type { Palette } from "../palette";
import type { ClusterProfileState } from "./attributes";
import { contentChanges, listPlaces } from "./content-changes";
import { variableEntity, variablesOf } from "./entity";
import { readLive } from "./live";

/**
 * Takes over a version that is there, where its content is what the user wrote, to the last leaf.
 * @throws {DiagnosticError} `DifferentContent`, with the places that differ; `AdoptedIsGone`.
 */
export async function adoptVersion(
  palette: Palette,
  at: At,
  uid: string,
  wanted: ClusterProfileState,
): Promise<ClusterProfileState> {
  const live = await readLive(palette, at, uid, wanted);
  if (live === undefined) {
    throw new DiagnosticError({
      code: "AdoptedIsGone",
      summary: "The profile to take over is gone",
      detail: `${nameOf(wanted)} was there while planning, and is not any more. Plan again: it will be created.`,
    });
  }
  const changes = contentChanges(live, wanted);
  if (changes.length > 0) throw new DiagnosticError(differentContent(wanted, changes));
  const variables = variablesOf(wanted);
  // Palette shows no sensitive default, so that it is the same can only be made sure.
  if (variables.some(({ isSensitive, defaultValue }) => isSensitive === true && defaultValue !== undefined)) {
    const list = { variables: variables.map(variableEntity) } as V1Variables;
    await clusterProfiles(palette.client, at).setVariables(uid, list);
  }
  return live;
}

/** Why a version that is there is not taken over. */
export function differentContent(
  it: { name?: unknown; version?: unknown },
  changes: ReturnType<typeof contentChanges>,
): { code: string; summary: string; detail: string } {
  return {
    code: "DifferentContent",
    summary: "The profile that is there holds something else",
    detail: `${nameOf(it)} is there already, and cannot be taken over, since it differs from what is written: ${listPlaces(changes)}. Write what is there, give another version, or import it to plan the differences.`,
  };
}

export function nameOf({ name, version }: { name?: unknown; version?: unknown }): string {
  return `Version ${String(version ?? "1.0.0")} of the cluster profile "${String(name)}"`;
}
