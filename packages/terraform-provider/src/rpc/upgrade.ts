import {
  type AnyValues,
  type Attribute,
  type Attributes,
  camelCase,
  DiagnosticError,
  isBlock,
  isObject,
  type Resource,
  terraformName,
} from "@palette-profiles/resource-kit";
import { encodeValues } from "../values/dynamic-value";
import { fromWire } from "../values/from-wire";
import { toWire } from "../values/to-wire";
import type { Handler } from "./handler";
import { resourceOf } from "./lookup";

/** Reads a stored state, of this version or an older one. Terraform asks for every resource, whatever its version. */
export const upgradeResourceState: Handler<"UpgradeResourceState"> = (session, { typeName, version, rawState }) => {
  const resource = resourceOf(session, typeName);
  const json = Buffer.from(rawState?.json ?? []).toString("utf8");
  const stored: unknown = json === "" ? null : JSON.parse(json);
  if (!isObject(stored)) return { upgradedState: encodeValues(resource.attributes, undefined) };
  const values =
    version === resource.version ? fromWire(resource.attributes, stored) : upgraded(resource, version, stored);
  return { upgradedState: encodeValues(resource.attributes, values) };
};

function upgraded<C>(resource: Resource<C>, version: number, stored: AnyValues): AnyValues {
  if (version > resource.version) {
    throw new DiagnosticError({
      code: "StateTooNew",
      summary: "The state was written by a newer version of the provider",
      detail: `Its shape has version ${version}; this provider knows up to ${resource.version}. Use the newer provider.`,
    });
  }
  let values = storedValues(resource.attributes, stored);
  for (let from = version; from < resource.version; from++) {
    const step = resource.upgrades?.[from];
    if (step !== undefined) values = step(values);
  }
  // Through Terraform's form and back, which drops what the schema no longer has.
  return fromWire(resource.attributes, toWire(resource.attributes, values));
}

/** Stored JSON by the kit's names. Names that today's schema lacks are kept, for an upgrade to read. */
function storedValues(attributes: Attributes, stored: AnyValues): AnyValues {
  const byTerraformName = new Map(
    Object.entries(attributes).map(([name, attribute]) => [terraformName(name, attribute), { name, attribute }]),
  );
  const values: AnyValues = {};
  for (const [key, value] of Object.entries(stored)) {
    if (value === null) continue;
    const known = byTerraformName.get(key);
    values[known?.name ?? camelCase(key)] = known === undefined ? value : storedValue(known.attribute, value);
  }
  return values;
}

function storedValue(attribute: Attribute, value: unknown): unknown {
  if (!isBlock(attribute)) return value;
  const inner = (element: unknown): unknown =>
    isObject(element) ? storedValues(attribute.attributes, element) : element;
  return Array.isArray(value) ? value.map(inner) : inner(value);
}
