import { yamlValue } from "@palette-profiles/profiles";

/** As much of a program in Pulumi's YAML as the examples have. */
export interface YamlProgram {
  name: string;
  config: Record<string, { type: string; secret?: boolean }>;
  variables: Record<string, { "fn::invoke": { function: string; arguments: Record<string, unknown> } }>;
  resources: Record<string, { type: string; properties: Record<string, unknown> }>;
  outputs: Record<string, unknown>;
}

export function yamlProgram(text: string): YamlProgram {
  return yamlValue(text) as YamlProgram;
}

/**
 * The same program in JavaScript, so that it runs without Pulumi's YAML host: each resource is registered, and each
 * function called, by its token and with the properties as they are written.
 * @param stage what `${pulumi.stack}` is.
 */
export function inJavaScript(program: YamlProgram, stage: string): string {
  return `const pulumi = require("@pulumi/pulumi");
const program = ${JSON.stringify(program)};
const config = new pulumi.Config(program.name);
const known = { pulumi: { stack: ${JSON.stringify(stage)} } };
const token = (short) => short.replace(/^palette:(?!index:)/, "palette:index:");
const looked = (path) => path.split(".").reduce((from, step) => (from[step] === undefined ? pulumi.output(from)[step] : from[step]), known);
const resolved = (value) => {
  if (Array.isArray(value)) return value.map(resolved);
  if (typeof value === "object") return Object.fromEntries(Object.entries(value).map(([key, it]) => [key, resolved(it)]));
  if (typeof value !== "string") return value;
  const parts = value.split(/\\$\\{([^}]+)\\}/).map((part, index) => (index % 2 === 0 ? part : looked(part)));
  return parts.length === 3 && parts[0] === "" && parts[2] === "" ? parts[1] : pulumi.concat(...parts);
};
for (const [name, { secret }] of Object.entries(program.config)) {
  known[name] = secret ? config.requireSecret(name) : config.require(name);
}
for (const [name, { "fn::invoke": call }] of Object.entries(program.variables)) {
  known[name] = pulumi.runtime.invokeOutput(token(call.function), resolved(call.arguments));
}
for (const [name, { type, properties }] of Object.entries(program.resources)) {
  known[name] = new pulumi.CustomResource(token(type), name, { uid: undefined, ...resolved(properties) });
}
Object.assign(exports, resolved(program.outputs));
`;
}
