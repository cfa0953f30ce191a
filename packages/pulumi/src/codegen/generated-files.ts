import { servedFunctions } from "../functions/served-functions";
import { served } from "../runtime/served";
import { schemaText } from "../schema/schema-text";
import { kebabCase } from "./kebab-case";
import { renderClass } from "./render-class";
import { renderFunctions, renderFunctionTypes } from "./render-functions";
import { renderNativeClasses, renderProviderArgs } from "./render-native";

/** Attributes that hold YAML and, in a program, may be an object. */
const YAML: Record<keyof typeof served, readonly string[]> = {
  ClusterProfile: ["packs.values", "packs.overrides"],
  AppProfile: ["tiers.values"],
  SystemProfile: ["packs.values", "packs.overrides"],
};

/** Every generated file of this package, by its place from `src`. */
export function generatedFiles(): { file: string; text: string }[] {
  const classes = Object.entries(served).map(([resource, { resource: spec }]) => ({
    file: `${kebabCase(resource)}.generated.ts`,
    text: renderClass({ resource, attributes: spec.attributes, yaml: YAML[resource as keyof typeof served] }),
  }));
  const native = Object.entries(served).map(([name, { resource }]) => [
    name,
    { file: kebabCase(name), importFormat: resource.import?.format ?? "" },
  ]);
  return [
    ...classes,
    { file: "functions/types.generated.ts", text: renderFunctionTypes(servedFunctions) },
    {
      file: "functions/functions.generated.ts",
      text: renderFunctions(servedFunctions, "./types.generated", {
        imports: 'import { callInProcess, callInProcessOutput } from "./call-in-process";\n',
        call: "callInProcess",
        callOutput: "callInProcessOutput",
      }),
    },
    { file: "native/classes.generated.ts", text: renderNativeClasses(Object.fromEntries(native)) },
    { file: "native/provider.generated.ts", text: renderProviderArgs() },
    {
      file: "native/functions.generated.ts",
      text: renderFunctions(servedFunctions, "../functions/types.generated", {
        imports: 'import { callPlugin, callPluginOutput } from "./call-plugin";\n',
        call: "callPlugin",
        callOutput: "callPluginOutput",
        options: "pulumi.InvokeOptions",
        outputOptions: "pulumi.InvokeOutputOptions",
      }),
    },
    { file: "../schema.json", text: schemaText() },
  ];
}
