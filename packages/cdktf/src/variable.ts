import type { VariableModel } from "@palette-profiles/profiles";
import type { ClusterProfileProfileVariablesVariable } from "./generated/cluster-profile";
import { terraformTexts } from "./terraform-text";
import type { VariableProps } from "./variable-props";

export function variableModel(props: VariableProps): Variable {
  const options = props.options?.map((option) => ({ ...option, label: option.label ?? option.value }));
  return { ...props, displayName: props.displayName ?? props.name, options };
}

/** The variable as a block of the generated resource. */
export function variableBlock(variable: Variable): ClusterProfileProfileVariablesVariable {
  return terraformTexts(variable);
}

/** A variable with the display name that Palette wants. */
export type Variable = VariableModel & { displayName: string };
