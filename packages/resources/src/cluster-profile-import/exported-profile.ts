import { ExportedProfileError, exportedProfile, isMaskedDefault, type VariableModel } from "@palette-profiles/profiles";
import type { VariableState } from "../cluster-profile/attributes";
import { contentOf, type ProfileContent } from "./content";
import { problem } from "./problem";

/**
 * The profile in what Palette exported: the API definition, `v1ClusterProfileImportEntity`.
 * @throws {DiagnosticError} with the file, the place in it, and what to do.
 */
export function profileOfExport(exported: unknown, file: string): ProfileContent {
  const { variables, ...profile } = exportedIn(exported, file);
  const states = variables.map((variable, index) => variableState(variable, index, file));
  return contentOf({
    ...(profile as Omit<ProfileContent, "profileVariables">),
    profileVariables: states.length === 0 ? undefined : { variables: states },
  });
}

function exportedIn(exported: unknown, file: string): ReturnType<typeof exportedProfile> {
  try {
    return exportedProfile(exported);
  } catch (error) {
    if (!(error instanceof ExportedProfileError)) throw error;
    throw problem("NoProfileInFile", "The file does not hold a cluster profile", `${file}: ${error.message}.`);
  }
}

function variableState(variable: VariableModel, index: number, file: string): VariableState {
  if (variable.isSensitive !== true) return variable as VariableState;
  const { defaultValue, ...state } = variable;
  if (defaultValue !== undefined && !isMaskedDefault(defaultValue)) {
    throw problem(
      "SecretInImportFile",
      "The file gives a secret",
      `${file}: spec.variables[${index}], the variable "${variable.name}", is sensitive and has a default value. Remove it from the file and give it in Palette, or write the profile as a palette_cluster_profile, which keeps it secret.`,
    );
  }
  return state as VariableState;
}
