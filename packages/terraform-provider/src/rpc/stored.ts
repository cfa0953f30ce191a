import {
  type AnyValues,
  type Attribute,
  type Attributes,
  camelCase,
  DiagnosticError,
  isBlock,
  isObject,
  terraformName,
} from "@palette-profiles/resource-kit";
import { fromWire } from "../values/from-wire";
import { toWire } from "../values/to-wire";
import type { WireRawState } from "../wire/parts";

/** What is stored in versions. */
interface Versioned {
  attributes: Attributes;
  version: number;
  upgrades?: Readonly<Record<number, (stored: AnyValues) => AnyValues>>;
}

/** Stored JSON as it is; `undefined` where nothing is stored. */
export function storedJson(raw: WireRawState | undefined): AnyValues | undefined {
  const json = Buffer.from(raw?.json ?? []).toString("utf8");
  const stored: unknown = json === "" ? null : JSON.parse(json);
  return isObject(stored) ? stored : undefined;
}

/** Stored values in today's shape. What the schema no longer has is dropped. */
export function upgraded(it: Versioned, what: "state" | "identity", version: number, stored: AnyValues): AnyValues {
  if (version === it.version) return fromWire(it.attributes, stored);
  if (version > it.version) {
    throw new DiagnosticError({
      code: "StateTooNew",
      summary: `The ${what} was written by a newer version of the provider`,
      detail: `Its shape has version ${version}; this provider knows up to ${it.version}. Use the newer provider.`,
    });
  }
  let values = storedValues(it.attributes, stored);
  for (let from = version; from < it.version; from++) {
    const step = it.upgrades?.[from];
    if (step !== undefined) values = step(values);
  }
  // Through Terraform's form and back, which drops what the schema no longer has.
  return fromWire(it.attributes, toWire(it.attributes, values));
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
