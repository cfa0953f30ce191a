import type { FunctionSpec } from "@palette-profiles/resource-kit";

/** What Terraform says of a function: what it does, and a sample in HCL. */
export function functionText({ description, terraform }: Pick<FunctionSpec, "description" | "terraform">): string {
  return terraform === undefined ? description : `${description}\n\n${terraform}`;
}
