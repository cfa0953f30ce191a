import type { At } from "@palette-profiles/palette-api";
import { DiagnosticError } from "@palette-profiles/resource-kit";
import type { Palette } from "../palette";
import { type ContentChange, listPlaces } from "./content-changes";
import type { LineageKind } from "./kind";
import type { LineageState } from "./state";

/**
 * Takes over a version that is there, where its content is what the user wrote, to the last leaf.
 * @throws {DiagnosticError} `DifferentContent`, with the places that differ; `AdoptedIsGone`.
 */
export async function adoptVersion<S extends LineageState>(
  kind: LineageKind<S>,
  palette: Palette,
  at: At,
  uid: string,
  wanted: S,
): Promise<S> {
  const live = await kind.readLive(palette, at, uid, wanted);
  if (live === undefined) {
    throw new DiagnosticError({
      code: "AdoptedIsGone",
      summary: "The profile to take over is gone",
      detail: `${nameOf(kind, wanted)} was there while planning, and is not any more. Plan again: it will be created.`,
    });
  }
  const changes = kind.contentChanges(live, wanted);
  if (changes.length > 0) throw new DiagnosticError(differentContent(kind, wanted, changes));
  await kind.affirm(palette, at, uid, live, wanted);
  return live;
}

/** Why a version that is there is not taken over. */
export function differentContent(
  kind: LineageKind,
  it: { name?: unknown; version?: unknown },
  changes: readonly ContentChange[],
): { code: string; summary: string; detail: string } {
  return {
    code: "DifferentContent",
    summary: "The profile that is there holds something else",
    detail: `${nameOf(kind, it)} is there already, and cannot be taken over, since it differs from what is written: ${listPlaces(changes)}. Write what is there, give another version, or import it to plan the differences.`,
  };
}

export function nameOf({ noun }: LineageKind, { name, version }: { name?: unknown; version?: unknown }): string {
  return `Version ${String(version ?? "1.0.0")} of the ${noun} "${String(name)}"`;
}
