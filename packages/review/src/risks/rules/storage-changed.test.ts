import { findings, messages } from "../risk.test-support";
import { storageChanged as rule } from "./storage-changed";

const told = (before: string, after: string) =>
  messages(rule, [{ name: "db", values: before }], [{ name: "db", values: after }]);

test("Another class and a smaller size are told with both", () => {
  expect(findings(rule, rule.example)).toEqual([
    { layer: "redis", path: "persistence.storageClass", message: "It goes from gp2 to gp3." },
    { layer: "redis", path: "persistence.size", message: "It goes from 20Gi to 10Gi." },
  ]);
  expect(told("global: {storageClass: a}\n", "global: {storageClass: b}\n")).toHaveLength(1);
  expect(told("dataVolume: {size: 2Gi}\n", "dataVolume: {size: 1Gi}\n")).toHaveLength(1);
});

test("A claim of a manifest is told with the manifest", () => {
  const claim = (storageClass: string, size: string) => ({
    name: "db",
    type: "manifest",
    manifests: [
      {
        name: "claim",
        content: `kind: PersistentVolumeClaim\nspec:\n  storageClassName: ${storageClass}\n  resources:\n    requests: {storage: ${size}}\n`,
      },
    ],
  });
  expect(findings(rule, { before: { packs: [claim("a", "2Gi")] }, after: { packs: [claim("b", "1Gi")] } })).toEqual([
    { layer: "db", manifest: "claim", path: "spec.storageClassName", message: "It goes from a to b." },
    { layer: "db", manifest: "claim", path: "spec.resources.requests.storage", message: "It goes from 2Gi to 1Gi." },
  ]);
});

test("More of it, the same in other words, templates, and classes of buckets are not", () => {
  expect(told("persistence: {size: 1Gi}\n", "persistence: {size: 2Gi}\n")).toEqual([]);
  expect(told("persistence: {size: 1Gi}\n", "persistence: {size: 1024Mi}\n")).toEqual([]);
  expect(told("storageClassName: a\n", 'storageClassName: "{{.spectro.var.class}}"\n')).toEqual([]);
  expect(told("s3: {storageClass: STANDARD}\n", "s3: {storageClass: STANDARD_IA}\n")).toEqual([]);
  expect(told("cache: {size: 2}\n", "cache: {size: 1}\n")).toEqual([]);
});
