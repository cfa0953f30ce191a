import { type AnyValues, type Attributes, DiagnosticError, type MoveSpec } from "@palette-profiles/resource-kit";
import { storedValues } from "./stored-values";

/** A state of a type of the official provider as one of ours. What it does not hold, the read that follows gives. */
export function fromOfficial<V>(type: string, attributes: Attributes): MoveSpec<V> {
  return {
    provider: "spectrocloud/spectrocloud",
    type,
    take(stored: AnyValues) {
      const values = storedValues(attributes, stored);
      const { id, version, context } = values;
      if (typeof id !== "string") {
        throw new DiagnosticError({
          code: "MoveWithoutId",
          summary: `The state of the ${type} has no id`,
          detail: `The state does not say which profile of Palette it is. Remove the moved block, and import the profile instead.`,
        });
      }
      if (context === "system") {
        throw new DiagnosticError({
          code: "MoveOfSystemProfile",
          summary: "System profiles are another resource",
          detail: `The state of the ${type} "${String(values.name ?? id)}" says context "system". Remove the moved block, and import it as a palette_system_profile instead.`,
        });
      }
      // Where the state does not tell the version, the read does.
      const versions = typeof version === "string" ? { [version]: id } : undefined;
      // The state's shape is the schema's, whose types are known where this is called.
      return { ...values, versions } as V;
    },
  };
}
