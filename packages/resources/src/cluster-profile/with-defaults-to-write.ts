import { isObject, type PlanValues } from "@palette-profiles/resource-kit";
import type { ClusterProfileState } from "./attributes";
import { variablesOf } from "./entity";

/** What is planned, with the write-only default that the config gives to each variable. */
export function withDefaultsToWrite(
  planned: ClusterProfileState,
  config: PlanValues<ClusterProfileState>,
): ClusterProfileState {
  const written = new Map<unknown, unknown>(
    (isObject(config.profileVariables) && Array.isArray(config.profileVariables.variables)
      ? (config.profileVariables.variables as unknown[])
      : []
    ).flatMap((it) => (isObject(it) ? [[it.name, it.defaultValueWo]] : [])),
  );
  const variables = variablesOf(planned).map((it) => {
    const value = written.get(it.name);
    return typeof value === "string" ? { ...it, defaultValueWo: value } : it;
  });
  return variables.length === 0 ? planned : { ...planned, profileVariables: { variables } };
}
