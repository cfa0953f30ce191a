import type { ClusterProfileState } from "./attributes";
import { variablesOf } from "./entity";

/**
 * A state with the numbers of `default_value_wo_version` that were raised lowered to what they were. A version that comes
 * back keeps the write-only defaults that it has, and is sent another one only where the user asks for that, and versions may change. The number alone does not tell
 * which version it was raised for, and one that never changes is not written to on a guess.
 */
export function asWritten(wanted: ClusterProfileState, prior: ClusterProfileState): ClusterProfileState {
  if (wanted.profileVariables === undefined || wanted.immutableVersions === true) return wanted;
  const variables = variablesOf(wanted).map((it) => {
    const was = variablesOf(prior).find(({ name }) => name === it.name)?.defaultValueWoVersion;
    const isRaised = was !== undefined && it.defaultValueWoVersion !== undefined && it.defaultValueWoVersion > was;
    return isRaised ? { ...it, defaultValueWoVersion: was } : it;
  });
  return { ...wanted, profileVariables: { variables } };
}
