import { DiagnosticError } from "@palette-profiles/resource-kit";
import { encodeValues } from "../values/dynamic-value";
import type { Handler } from "./handler";
import { resourceOf } from "./lookup";
import { lookingRun } from "./session";

/** Finds what an import id means. Terraform reads the rest with ReadResource. */
export const importResourceState: Handler<"ImportResourceState"> = async (session, { typeName, id }) => {
  const resource = resourceOf(session, typeName);
  if (resource.import === undefined) {
    throw new DiagnosticError({
      code: "ImportNotSupported",
      summary: `${typeName} cannot be imported`,
      detail: `The provider does not know how to find a ${typeName} by "${id}".`,
    });
  }
  const state = await resource.import.find(id, lookingRun(session));
  return { importedResources: [{ typeName, state: encodeValues(resource.attributes, state) }] };
};
