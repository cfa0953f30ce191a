import { camelCase } from "@palette-profiles/resource-kit";
import { type Palette, palette } from "@palette-profiles/resources";
import { dataSourceFunction } from "./data-source-function";
import { kitFunction } from "./kit-function";
import type { PulumiFunction } from "./pulumi-function";

/** Every function that programs can call, by its name in Pulumi: `getClusterProfile`, `mergeValues`. */
export const servedFunctions: Readonly<Record<string, PulumiFunction<Palette>>> = Object.fromEntries([
  ...palette.dataSources.map((source) => [`get${titled(camelCase(source.type))}`, dataSourceFunction(source)]),
  ...(palette.functions ?? []).map((spec) => [camelCase(spec.name), kitFunction<Palette>(spec)]),
]);

function titled(name: string): string {
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}
