import type { ProfileChange } from "@palette-profiles/profiles";
import type { RiskFinding } from "./risk-rule";

/** A leaf of values or of a manifest that gets another value, or goes; both may be told. */
export interface ChangedLeaf extends Pick<ProfileChange, "within" | "before" | "after"> {
  kind: "change" | "remove";
  path: string;
  /** For the finding. */
  place: Pick<RiskFinding, "layer" | "manifest" | "path">;
}

/** The changes of what stood in values and manifests, without those that are never to be shown. */
export function changedLeaves(changes: readonly ProfileChange[]): ChangedLeaf[] {
  return changes.flatMap(({ layer, manifest, within, kind, path, before, after, sensitive }) =>
    within === undefined || sensitive === true || (kind !== "change" && kind !== "remove")
      ? []
      : [
          {
            kind,
            path,
            within,
            before,
            after,
            place: { layer, ...(manifest === undefined ? {} : { manifest }), path },
          },
        ],
  );
}
