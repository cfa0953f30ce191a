import { configOf } from "@palette-profiles/resource-kit";
import { decodeValues, encodeValues } from "../values/dynamic-value";
import type { Handler } from "./handler";
import { resourceOf } from "./lookup";

/** The configuration that Terraform writes for what is imported: as short as means the same. */
export const generateResourceConfig: Handler<"GenerateResourceConfig"> = (session, { typeName, state }) => {
  const resource = resourceOf(session, typeName);
  const values = decodeValues(resource.attributes, state);
  if (values === undefined) return { config: encodeValues(resource.attributes, undefined) };
  const config = configOf(resource.attributes, values);
  return { config: encodeValues(resource.attributes, resource.concise?.(config) ?? config) };
};
