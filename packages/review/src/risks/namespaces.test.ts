import { namespacesMade, namespacesUsed } from "./namespaces";

const layer = (values: string, content?: string) => ({
  name: "web",
  pack: "web",
  values,
  manifests: content === undefined ? [] : [{ name: "m", content }],
});

test("A layer's own namespace and those that Palette makes for it go with it", () => {
  const values = "pack:\n  namespace: shop\n  additionalNamespaces:\n    shop-jobs: ''\n";
  expect(namespacesMade(layer(values))).toEqual(["shop", "shop-jobs"]);
  expect(namespacesMade(layer("pack:\n  additionalNamespaces: [a, b]\n"))).toEqual(["a", "b"]);
});

test("So do those that its manifests make, and not those they are only in", () => {
  const content =
    "kind: Namespace\nmetadata: { name: jobs }\n---\nkind: ConfigMap\nmetadata: { name: c, namespace: shop }\n";
  expect(namespacesMade(layer("", content))).toEqual(["jobs"]);
  expect(namespacesUsed(layer("", content))).toEqual(["shop"]);
});

test("Labels and annotations of a namespace use it", () => {
  const values = 'pack:\n  namespaceLabels:\n    shop: "a=b"\n  namespaceAnnotations:\n    jobs: "a=b"\n';
  expect(namespacesUsed(layer(values))).toEqual(["shop", "jobs"]);
});

test("Overrides count before values", () => {
  const both = { ...layer("pack:\n  namespace: shop\n"), overrides: "pack:\n  namespace: store\n" };
  expect(namespacesMade(both)).toEqual(["store"]);
});

test("Templates, namespaces of Kubernetes itself, and texts that do not parse say nothing", () => {
  for (const values of [
    "pack:\n  namespace: '{{.spectro.var.ns}}'\n",
    "pack:\n  namespace: kube-system\n",
    "namespace: [\n",
    "",
  ]) {
    expect(namespacesMade(layer(values))).toEqual([]);
  }
});
