import type { TierModel } from "../model/app-profile";
import { packNameOf } from "../model/pack-name";
import { type DeepFields, knownText } from "../model/unknown";
import { listOf, readValues, recordOf, scalarOf } from "./read-values";
import { serviceOfPack } from "./service-table";

/** What Palette offers of a container. Source: docs.spectrocloud.com, App Profiles, "Output Variables". */
const CONTAINER_OUTPUTS = [
  "CONTAINER_NAMESPACE",
  "CONTAINER_SVC",
  "CONTAINER_SVC_PORT",
  "CONTAINER_SVC_EXTERNALHOSTNAME",
  "CONTAINER_SVC_EXTERNALIP",
];

/**
 * The output variables of a tier: those documented for containers and for the services of the table, and those that the tier's values,
 * or its pack's, declare in `postReadinessHooks.outputParameters`. Undefined where nothing is known of them, as for a
 * Helm chart that declares none, and where the values are not known yet.
 */
export function outputVariablesOf(tier: DeepFields<TierModel>, packValues?: string): string[] | undefined {
  if (typeof tier.values === "symbol" || typeof tier.type === "symbol" || typeof tier.packName === "symbol") {
    return undefined;
  }
  const declared = [tier.values, packValues].flatMap((values) => declaredOutputs(knownText(values)));
  const names = [...new Set([...documentedOutputs(tier), ...declared])];
  return names.length > 0 ? names : undefined;
}

function documentedOutputs(tier: DeepFields<TierModel>): readonly string[] {
  if (tier.type === "container") return CONTAINER_OUTPUTS;
  if (tier.type !== "operator-instance") return [];
  return serviceOfPack(packNameOf(tier))?.outputs ?? [];
}

function declaredOutputs(values: string | undefined): string[] {
  if (!values?.includes("outputParameters")) return [];
  const parameters = listOf(recordOf(readValues(values)?.postReadinessHooks)?.outputParameters) ?? [];
  return parameters.flatMap((parameter) => scalarOf(recordOf(parameter)?.name) || []);
}
