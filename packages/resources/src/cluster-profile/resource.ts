import { defineResource } from "@palette-profiles/resource-kit";
import { explained } from "../explain";
import { versionSettings } from "../lineage/plan/version-settings";
import { lifeOf } from "../lineage/resource";
import type { Palette } from "../palette";
import { clusterProfileAttributes } from "./attributes";
import { clusterProfileKind } from "./kind";
import { refine } from "./plan/refine";
import { validate } from "./validate";

export const clusterProfile = defineResource<Palette, typeof clusterProfileAttributes>({
  type: "cluster_profile",
  description:
    "A cluster profile: the layers that make a Kubernetes cluster, in versions. A new version stands beside the ones before; destroy removes those that the resource made.",
  attributes: clusterProfileAttributes,
  version: 0,
  validate: (config) => [...validate(config), ...versionSettings(config)],
  refine: (draft) => explained(`planning cluster profile "${String(draft.planned.name)}"`, () => refine(draft)),
  ...lifeOf(clusterProfileKind),
});
