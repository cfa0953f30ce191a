import { defineResource } from "@palette-profiles/resource-kit";
import { explained } from "../explain";
import { profileIdentity } from "../lineage/identity";
import { profileList } from "../lineage/list";
import { lifeOf } from "../lineage/resource";
import { fromOfficial } from "../moves/from-official";
import type { Palette } from "../palette";
import { type ClusterProfileState, clusterProfileAttributes } from "./attributes";
import { concise } from "./concise";
import { clusterProfileKind } from "./kind";
import { refine } from "./plan/refine";
import { searchClusterProfiles } from "./search";
import { validate } from "./validate";

export const clusterProfile = defineResource<Palette, typeof clusterProfileAttributes>({
  type: "cluster_profile",
  description:
    "A cluster profile: the layers that make a Kubernetes cluster, in versions. A new version stands beside the ones before; destroy removes those that the resource made.",
  attributes: clusterProfileAttributes,
  version: 0,
  validate,
  refine: (draft) => explained(`planning cluster profile "${String(draft.planned.name)}"`, () => refine(draft)),
  moves: [fromOfficial<ClusterProfileState>("spectrocloud_cluster_profile", clusterProfileAttributes)],
  identity: profileIdentity(clusterProfileKind),
  list: profileList("cluster profile", searchClusterProfiles),
  concise,
  ...lifeOf(clusterProfileKind),
});
