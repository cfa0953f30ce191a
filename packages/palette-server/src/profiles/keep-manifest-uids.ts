import type { StoredManifest } from "../store/profiles";
import { newUid } from "../uid";
import type { ManifestInput } from "./pack-input";

/** Manifests as they are to be stored: each keeps its uid by uid, then by name; the others get new ones. */
export function keepManifestUids(
  inputs: readonly ManifestInput[],
  previous: readonly StoredManifest[],
): StoredManifest[] {
  const claimed = new Set<string>();
  const claim = (found: StoredManifest | undefined) => {
    if (found) claimed.add(found.uid);
    return found?.uid;
  };
  const free = () => previous.filter((manifest) => !claimed.has(manifest.uid));
  const byUid = inputs.map((input) => claim(free().find((manifest) => manifest.uid === input.uid)));
  return inputs.map((input, index) => ({
    uid: byUid[index] ?? claim(free().find((manifest) => manifest.name === input.name)) ?? newUid(),
    name: input.name,
    content: input.content,
  }));
}
