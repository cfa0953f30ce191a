import type { RiskRule } from "./risk-rule";
import { clearTextSecret } from "./rules/clear-text-secret";
import { clusterNetworkChanged } from "./rules/cluster-network-changed";
import { cniReplaced } from "./rules/cni-replaced";
import { crdsDisabled } from "./rules/crds-disabled";
import { csiReplaced } from "./rules/csi-replaced";
import { destroyedInUse } from "./rules/destroyed-in-use";
import { forgottenInUse } from "./rules/forgotten-in-use";
import { imageTagLatest } from "./rules/image-tag-latest";
import { inUseVariablesChanged } from "./rules/in-use-variables-changed";
import { inUseVersionEdited } from "./rules/in-use-version-edited";
import { infraLayerRemoved } from "./rules/infra-layer-removed";
import { kubernetesDowngrade } from "./rules/kubernetes-downgrade";
import { kubernetesMinorSkip } from "./rules/kubernetes-minor-skip";
import { kubernetesReplaced } from "./rules/kubernetes-replaced";
import { layerDowngrade } from "./rules/layer-downgrade";
import { majorBump } from "./rules/major-bump";
import { namespaceChanged } from "./rules/namespace-changed";
import { osReplaced } from "./rules/os-replaced";
import { packDeprecated } from "./rules/pack-deprecated";
import { packDisabled } from "./rules/pack-disabled";
import { preRelease } from "./rules/pre-release";
import { privilegedTurnedOn } from "./rules/privileged-turned-on";
import { registryChanged } from "./rules/registry-changed";
import { removedApiVersion } from "./rules/removed-api-version";
import { replicasToOne } from "./rules/replicas-to-one";
import { resourceLimitsLowered } from "./rules/resource-limits-lowered";
import { serviceTypeChanged } from "./rules/service-type-changed";
import { sharedNamespaceLayerRemoved } from "./rules/shared-namespace-layer-removed";
import { storageChanged } from "./rules/storage-changed";
import { systemProfileTouched } from "./rules/system-profile-touched";
import { templateLinkedVersion } from "./rules/template-linked-version";
import { trainMoved } from "./rules/train-moved";
import { variableRemovedWhileReferenced } from "./rules/variable-removed-while-referenced";
import { versionSkew } from "./rules/version-skew";

/** All rules, in the order of their pages. */
export const RISK_RULES: readonly RiskRule[] = [
  systemProfileTouched,
  destroyedInUse,
  forgottenInUse,
  kubernetesMinorSkip,
  kubernetesDowngrade,
  kubernetesReplaced,
  versionSkew,
  clusterNetworkChanged,
  osReplaced,
  cniReplaced,
  csiReplaced,
  infraLayerRemoved,
  sharedNamespaceLayerRemoved,
  namespaceChanged,
  majorBump,
  layerDowngrade,
  preRelease,
  trainMoved,
  registryChanged,
  packDeprecated,
  packDisabled,
  inUseVersionEdited,
  inUseVariablesChanged,
  templateLinkedVersion,
  variableRemovedWhileReferenced,
  removedApiVersion,
  clearTextSecret,
  privilegedTurnedOn,
  imageTagLatest,
  replicasToOne,
  resourceLimitsLowered,
  storageChanged,
  crdsDisabled,
  serviceTypeChanged,
];
