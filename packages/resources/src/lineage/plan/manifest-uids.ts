import { isObject, UNKNOWN } from "@palette-profiles/resource-kit";

/** Which manifests of a layer or tier Palette will give a new uid. */
export function planManifestUids(
  manifests: unknown,
  before: readonly { name: string; content: string }[] | undefined,
  allNew: boolean,
): void {
  for (const manifest of Array.isArray(manifests) ? (manifests as unknown[]) : []) {
    if (!isObject(manifest)) continue;
    const was = before?.find((each) => each.name === manifest.name);
    // Palette may give a manifest with new content a new uid.
    if (allNew || was === undefined || was.content !== manifest.content) manifest.uid = UNKNOWN;
  }
}
