import { mergeYaml, YamlMergeError } from "@palette-profiles/profiles";
import { ArgumentError, type FunctionSpec, hasUnknown, isObject, UNKNOWN } from "@palette-profiles/resource-kit";

export const mergeValues: FunctionSpec = {
  name: "merge_values",
  summary: "Lays overrides over a pack's default values",
  description: `Lays YAML overrides over YAML values, as \`overrides\` of a layer does and as Helm does: maps are merged key by key, lists and single values replace, and \`null\` removes a key. Comments and the order of keys stay as they are in \`base\`, and new keys come last.`,
  terraform: `\`\`\`terraform
values = provider::palette::merge_values(data.palette_pack.argo_cd.values, {
  charts = { argo-cd = { server = { replicas = 3 } } }
})
\`\`\``,
  parameters: [
    {
      name: "base",
      description: "The values, as YAML: a map. May be empty.",
      type: "string",
      example: "replicas: 1\nha: false\n",
    },
    {
      name: "overrides",
      description: "Only what is to differ: YAML of a map, or an object.",
      type: "dynamic",
      example: { replicas: 3 },
    },
  ],
  returns: "string",
  returnsExample: "replicas: 3\nha: false\n",
  call(base, overrides) {
    if (hasUnknown([base, overrides])) return UNKNOWN;
    if (typeof overrides !== "string" && !isObject(overrides)) {
      throw new ArgumentError(1, "the overrides must be YAML of a map, or an object.");
    }
    try {
      return mergeYaml(base as string, overrides).text;
    } catch (error) {
      if (!(error instanceof YamlMergeError)) throw error;
      const [argument, what] = error.side === "overrides" ? [1, "overrides"] : [0, "base values"];
      throw new ArgumentError(Number(argument), `the ${what} cannot be used: ${error.message}.`);
    }
  },
};
