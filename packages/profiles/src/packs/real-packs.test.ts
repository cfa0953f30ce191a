import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { checkStack } from "./check-stack";
import type { PackKnowledge, PackPreset, ValueRule } from "./knowledge";
import { aLayer, aStack, short } from "./testing.test-support";

const PACKS = path.resolve(__dirname, "../../../../../shared/palette/packs");
/** Beside the repository; where they are not at hand, one of ours stands for them. */
const OURS = path.resolve(__dirname, "../../../palette-server/catalog");
const folder = existsSync(PACKS) ? PACKS : OURS;

function read(name: string): PackKnowledge {
  const text = (file: string) => {
    const full = path.join(folder, name, file);
    return existsSync(full) ? readFileSync(full, "utf8") : "";
  };
  const pack = JSON.parse(text("pack.json")) as PackKnowledge & {
    constraints: { dependencies?: PackKnowledge["constraints"] } | undefined;
  };
  const rules = (parse(text("schema.yaml")) ?? {}) as Record<string, { schema: string }>;
  const schema = Object.entries(rules).map(
    ([path_, { schema: expression }]): ValueRule => ({
      name: path_,
      required: /\brequired\b/.test(expression.replace(/"[^"]*"/g, "")),
      readonly: /\breadonly\b/.test(expression.replace(/"[^"]*"/g, "")),
      format: /format\s+"([^"]*)"/.exec(expression)?.[1] ?? "",
    }),
  );
  return {
    name: pack.name,
    version: pack.version,
    layer: pack.layer,
    cloudTypes: pack.cloudTypes,
    constraints: pack.constraints?.dependencies ?? [],
    schema,
    presets: (parse(text("presets.yaml")) as { presets?: PackPreset[] } | null)?.presets ?? [],
    values: text("values.yaml"),
  };
}

/** What a pack's own values lack, as their authors mean it: an account that only the user knows. */
const LACKING = ["karpenter"];

const names = readdirSync(folder).filter((name) => existsSync(path.join(folder, name, "pack.json")));
test.each(names)("%s takes its own values, and nothing is said of them", (name) => {
  const knowledge = read(name);
  const layer = aLayer(0, knowledge.name, { kind: "addon", version: knowledge.version, knowledge });
  const told = (values?: string) =>
    checkStack(aStack([values === undefined ? layer : { ...layer, values }])).map(short);
  if (LACKING.includes(knowledge.name)) {
    expect(told()).toEqual(["warning RequiredValue packs.0.values"]);
    expect(told(knowledge.values)).toEqual(["error RequiredValue packs.0.values"]);
    expect(told(knowledge.values.replace('awsAccountNumber: ""', "awsAccountNumber: 123456789012"))).toEqual([]);
  } else {
    expect(told()).toEqual([]);
    expect(told(knowledge.values)).toEqual([]);
  }
});
