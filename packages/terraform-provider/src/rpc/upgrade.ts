import { encodeValues } from "../values/dynamic-value";
import type { Handler } from "./handler";
import { resourceOf } from "./lookup";
import { storedJson, upgraded } from "./stored";

/** Reads a stored state, of this version or an older one. Terraform asks for every resource, whatever its version. */
export const upgradeResourceState: Handler<"UpgradeResourceState"> = (session, { typeName, version, rawState }) => {
  const resource = resourceOf(session, typeName);
  const stored = storedJson(rawState);
  const values = stored && upgraded(resource, "state", version, stored);
  return { upgradedState: encodeValues(resource.attributes, values) };
};
