import { findings, messages } from "../risk.test-support";
import { namespaceChanged as rule } from "./namespace-changed";

const redis = (namespace: string) => ({ name: "redis", values: `pack:\n  namespace: ${namespace}\na: 1\n` });

test("A layer that moves is told with both namespaces", () => {
  expect(findings(rule, rule.example)).toEqual([
    { layer: "redis", path: "pack.namespace", message: 'It goes from "cache" to "shop".' },
  ]);
});

test("A namespace that is taken out of the values is told, and not one that overrides leave to the pack", () => {
  const without = (field: "values" | "overrides") => [
    [{ name: "redis", [field]: "pack: {namespace: cache, a: 1}\n" }],
    [{ name: "redis", [field]: "pack: {a: 1}\n" }],
  ];
  const [values, overrides] = [without("values"), without("overrides")];
  expect(messages(rule, values[0], values[1])).toEqual(['It was "cache".']);
  expect(messages(rule, overrides[0], overrides[1])).toEqual([]);
});

test("References, a layer that stays, other keys of the name, and new layers are not", () => {
  expect(messages(rule, [redis("cache")], [redis('"{{.spectro.var.namespace}}"')])).toEqual([]);
  expect(messages(rule, [redis("cache")], [redis("cache")])).toEqual([]);
  const other = (namespace: string) => ({ name: "redis", values: `metrics:\n  namespace: ${namespace}\n` });
  expect(messages(rule, [other("a")], [other("b")])).toEqual([]);
  expect(messages(rule, [], [redis("cache")])).toEqual([]);
});
