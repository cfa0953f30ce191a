import type {
  V1ClusterProfileValidatorResponse,
  V1ConstraintError,
  V1ConstraintValidatorResult,
  V1Variable,
} from "@palette-profiles/palette-api";
import { parseDocument } from "yaml";
import type { Backend } from "../backend";
import { PaletteError } from "../errors";
import type { PackInput } from "./pack-input";
import { resolvePack } from "./resolve-pack";
import { requireVariables } from "./variable-references";

/** Tells what is wrong with each pack, one result a pack, without changing anything. */
export function validatePacks(
  backend: Backend,
  inputs: readonly PackInput[],
  variables?: readonly V1Variable[],
): V1ClusterProfileValidatorResponse {
  return { packs: { results: inputs.map((input) => validatePack(backend, input, variables)) } };
}

function validatePack(
  backend: Backend,
  input: PackInput,
  variables: readonly V1Variable[] | undefined,
): V1ConstraintValidatorResult {
  const errors: V1ConstraintError[] = [];
  const attempt = (check: () => void) => {
    try {
      check();
    } catch (error) {
      if (!(error instanceof PaletteError)) throw error;
      errors.push({ code: error.code, message: error.message });
    }
  };
  if (input.type !== "manifest") attempt(() => resolvePack(backend, input));
  // A new profile's variables are not part of the request, so only a stored profile's can be missed.
  if (variables) attempt(() => requireVariables([input], variables));
  const invalidYaml = input.values.includes("{{") ? undefined : parseDocument(input.values).errors[0];
  if (invalidYaml) errors.push({ code: "InvalidPackValues", message: invalidYaml.message });
  const displayName = backend.packs.versionsOf(input.name)[0]?.displayName ?? input.name;
  return { name: input.name, displayName, errors };
}
