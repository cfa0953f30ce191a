import { isTrain } from "../packs/trains";
import type { ProfileProperties } from "./facts";
import type { Finding } from "./finding";
import { layersOf } from "./layers";

/** Packs and charts are pinned: a train such as `1.30.x` moves clusters to each new release, and no plan shows that. */
export function pinTags(profile: ProfileProperties): Finding[] {
  return findTags(profile, (tag) => isTrain(tag) || tag === "latest");
}

/** The same of some of the tags that move, such as trains alone. */
export function findTags(profile: ProfileProperties, moves: (tag: string) => boolean): Finding[] {
  return layersOf(profile).flatMap(({ path, label, fields: { tag } }): Finding[] => {
    if (typeof tag !== "string" || !moves(tag)) return [];
    return [
      {
        code: "palette-pinned-tags",
        path: `${path}.tag`,
        message: `The tag "${tag}" of ${label} moves by itself.`,
        fix: "Write an exact version, such as the one that the resource's resolvedTag shows.",
      },
    ];
  });
}
