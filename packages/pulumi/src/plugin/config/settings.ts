import { type AnyValues, type Attribute, type Diagnostic, isUnknown } from "@palette-profiles/resource-kit";
import { checkShape } from "../../runtime/shape";
import type { Properties } from "../../runtime/wire";
import type { Plugin } from "../plugin";

/** What Pulumi itself keeps among a provider's inputs. */
const PULUMIS = new Set(["version", "pluginDownloadURL"]);

/** A provider's inputs as the kit's settings, and what is wrong with their names and types. */
export function settingsOf<C>(
  { provider, settings }: Plugin<C>,
  properties: Properties,
): { values: AnyValues; diagnostics: Diagnostic[] } {
  const names = Object.entries(settings);
  // By Pulumi's names, so that what is wrong is told by them.
  const attributes = Object.fromEntries(names.map(([name, key]) => [key, provider.attributes[name]!]));
  const own = Object.fromEntries(Object.entries(properties).filter(([name]) => !PULUMIS.has(name)));
  const given = Object.fromEntries(
    names.flatMap(([, key]) => (own[key] === undefined ? [] : [[key, typed(attributes[key]!, own[key])]])),
  );
  const values = Object.fromEntries(names.map(([name, key]) => [name, given[key]]));
  return { values, diagnostics: checkShape(attributes, own, given) };
}

/** Pulumi hands a provider's numbers and bools over as JSON, in a text. */
function typed({ kind }: Attribute, value: unknown): unknown {
  if (isUnknown(value) || typeof value !== "string") return value;
  if (kind === "bool") return value === "true" ? true : value === "false" ? false : value;
  return kind === "number" && value.trim() !== "" && Number.isFinite(Number(value)) ? Number(value) : value;
}
