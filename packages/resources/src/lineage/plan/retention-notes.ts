import type { At } from "@palette-profiles/palette-api";
import type { LineageKind } from "../kind";
import { surplusVersions, usersOfVersion } from "../retain";
import type { LineageDraft } from "../state";
import { isUsed, tellUsers } from "../version-users";

/** Which older versions go when a new one is made, and which stay because something uses them. */
export async function retentionNotes(
  kind: LineageKind,
  { planned, prior, context, warning }: LineageDraft,
  at: At,
): Promise<void> {
  const { version, retainVersions, id } = planned;
  if (prior === undefined || typeof version !== "string" || typeof retainVersions !== "number") return;
  // Only a version that is not the resource's yet pushes others out.
  if (typeof id === "string" && Object.values(prior.versions ?? {}).includes(id)) return;
  const surplus = surplusVersions({ ...prior.versions, [version]: "" }, version, retainVersions);
  const kept: string[] = [];
  const removed: string[] = [];
  for (const each of surplus) {
    const users = await usersOfVersion(kind, context, at, each.uid);
    if (users === undefined) continue;
    if (isUsed(users)) kept.push(`${each.version}, used by ${tellUsers(users)}`);
    else removed.push(each.version);
  }
  if (removed.length > 0) {
    warning(["retainVersions"], {
      code: "RemovesVersions",
      summary: "Older versions are removed",
      detail: `Once version ${version} is made, these are removed, since ${retainVersions} are kept and nothing uses them: ${removed.join(", ")}.`,
    });
  }
  if (kept.length > 0) {
    warning(["retainVersions"], {
      code: "KeepsUsedVersions",
      summary: "Older versions are kept, since they are in use",
      detail: `More than ${retainVersions} versions are kept: ${kept.join("; ")}. They are looked at again with the next new version.`,
    });
  }
}
