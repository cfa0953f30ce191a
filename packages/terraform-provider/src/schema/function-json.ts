import { type FunctionParameter, type FunctionSpec, snakeCase } from "@palette-profiles/resource-kit";
import { functionText } from "./function-text";
import { functionType, type TerraformFunctionType } from "./terraform-schema";

export interface FunctionJson {
  description: string;
  summary: string;
  deprecation_message?: string;
  return_type: TerraformFunctionType;
  parameters?: ParameterJson[];
  variadic_parameter?: ParameterJson;
}

interface ParameterJson {
  name: string;
  description: string;
  is_nullable?: true;
  type: TerraformFunctionType;
}

/** A function as `terraform providers schema -json` prints it. */
export function functionJson({ parameters, variadic, ...it }: FunctionSpec): FunctionJson {
  return {
    description: functionText(it),
    summary: it.summary,
    ...(it.deprecated !== undefined && { deprecation_message: it.deprecated }),
    return_type: functionType(it.returns),
    ...(parameters.length > 0 && { parameters: parameters.map(parameterJson) }),
    ...(variadic !== undefined && { variadic_parameter: parameterJson(variadic) }),
  };
}

function parameterJson({ name, description, allowNull, type }: FunctionParameter): ParameterJson {
  return {
    name: snakeCase(name),
    description,
    ...(allowNull === true && { is_nullable: true }),
    type: functionType(type),
  };
}
