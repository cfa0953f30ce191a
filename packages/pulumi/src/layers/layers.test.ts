import { sameYaml, validateProfile, variableReferences, yamlValue } from "@palette-profiles/profiles";
import * as pulumi from "@pulumi/pulumi";
import type { ClusterProfilePackArgs } from "../cluster-profile.generated";
import * as layers from ".";

const { pack, helmChart, manifest, variable, reference } = layers;
const resolved = <T>(value: T) =>
  new Promise<pulumi.Unwrap<T>>((resolve) => pulumi.output(value).apply((it) => resolve(it as pulumi.Unwrap<T>)));

/** As `palette-profiles types` writes them. */
interface Values {
  pack?: { namespace?: string };
  charts?: {
    server?: {
      replicas?: number | string;
      enabled?: boolean | `{{${string}}}`;
      hosts?: string[];
      annotations?: { [key: string]: unknown };
      extra?: unknown;
    };
  };
}

describe("a pack", () => {
  test("is the shape of the resource, without what is not given", () => {
    const layer = pack({ name: "argo-cd", tag: "7.8.2", registryName: undefined, values: { a: 1 } });
    expect(layer).toStrictEqual({ name: "argo-cd", tag: "7.8.2", values: { a: 1 } });
  });

  test("takes values of its type with outputs at every depth", async () => {
    const layer = pack<Values>({
      name: "argo-cd",
      tag: pulumi.output("7.8.2"),
      values: {
        charts: pulumi.output({
          server: { replicas: 2, enabled: reference("on"), hosts: ["a"], annotations: { "x/y": "z" }, extra: null },
        }),
      },
    });
    expect(await resolved(layer)).toEqual({
      name: "argo-cd",
      tag: "7.8.2",
      values: {
        charts: {
          server: {
            replicas: 2,
            enabled: "{{.spectro.var.on}}",
            hosts: ["a"],
            annotations: { "x/y": "z" },
            extra: null,
          },
        },
      },
    });
  });

  test("takes overrides of its type, and null for a key that goes", () => {
    const overrides = { charts: { server: { replicas: "3", hosts: null } } };
    expect(pack<Values>({ name: "a", tag: "1.0.0", overrides })).toStrictEqual({ name: "a", tag: "1.0.0", overrides });
  });
});

test("what excludes each other, what is missing and what the values do not have are type errors", () => {
  const at = { name: "a", tag: "1.0.0" };
  const wrong: unknown[] = [
    // @ts-expect-error values and overrides
    pack({ ...at, values: "a: 1", overrides: "a: 2" }),
    // @ts-expect-error two registries
    pack({ ...at, registryName: "a", registryUid: "b" }),
    // @ts-expect-error neither a tag nor a uid
    pack({ name: "a" }),
    // @ts-expect-error a pack is not of this type
    pack({ ...at, type: "manifest" }),
    // @ts-expect-error a number is no values
    pack({ ...at, values: 1 }),
    // @ts-expect-error a slip in a key
    pack<Values>({ ...at, values: { charts: { server: { replica: 1 } } } }),
    // @ts-expect-error a text that is no reference
    pack<Values>({ ...at, overrides: { charts: { server: { enabled: "yes" } } } }),
    // @ts-expect-error only overrides remove keys
    pack<Values>({ ...at, values: { charts: { server: null } } }),
    // @ts-expect-error charts have versions
    helmChart({ name: "a" }),
    // @ts-expect-error choices are of a dropdown
    variable({ name: "a", options: ["b"] }),
    // @ts-expect-error a dropdown has choices
    variable({ name: "a", inputType: "dropdown" }),
    // @ts-expect-error no such format
    variable({ name: "a", format: "integer" }),
    // @ts-expect-error a write-only default is of a sensitive variable
    variable({ name: "a", defaultValueWo: "b" }),
    // @ts-expect-error two defaults
    variable({ name: "a", isSensitive: true, defaultValue: "b", defaultValueWo: "c" }),
  ];
  expect(wrong).toHaveLength(14);
});

test("a chart is a layer of its type", () => {
  expect(helmChart({ name: "web", tag: "1.0.0", registryUid: "r", overrides: { charts: {} } })).toStrictEqual({
    name: "web",
    tag: "1.0.0",
    registryUid: "r",
    overrides: { charts: {} },
    type: "helm",
  });
});

describe("manifests", () => {
  const namespace = { apiVersion: "v1", kind: "Namespace", metadata: { name: "web" } };

  test("a text stays as it is, under the layer's name", () => {
    expect(manifest({ name: "ns", content: "kind: Namespace # mine\n" })).toStrictEqual({
      name: "ns",
      type: "manifest",
      manifests: [{ name: "ns", content: "kind: Namespace # mine\n" }],
    });
  });

  test("an object is written as YAML, several are a document each, and a secret stays one", async () => {
    const layer = manifest({
      name: "all",
      values: { pack: { namespace: "web" } },
      manifests: [
        { name: "one", content: { ...namespace, metadata: { name: pulumi.secret("web") } } },
        { name: "two", content: [namespace, namespace] },
      ],
    });
    const { manifests, ...rest } = (await resolved(layer)) as { manifests: { name: string; content: string }[] };
    expect(rest).toEqual({ name: "all", type: "manifest", values: { pack: { namespace: "web" } } });
    expect(yamlValue(manifests[0]!.content)).toEqual(namespace);
    const documents = manifests[1]!.content.split("---\n");
    expect(documents.map(yamlValue)).toEqual([namespace, namespace]);
    expect(await pulumi.isSecret(pulumi.output(layer.manifests))).toBe(true);
  });

  test.each([
    ["neither", {}],
    ["both", { content: "a: 1", manifests: [] }],
  ])("%s of content and manifests are refused, by the layer's name", (_, args) => {
    expect(() => manifest({ name: "ns", ...args } as layers.ManifestArgs)).toThrow(
      'The manifest layer "ns" needs either content, which is one manifest, or manifests.',
    );
  });
});

describe("a variable", () => {
  test("is called by its name where nothing else is given, and its default is text", async () => {
    expect(variable({ name: "replicas", format: "number", defaultValue: 3 })).toStrictEqual({
      name: "replicas",
      displayName: "replicas",
      format: "number",
      defaultValue: "3",
    });
    const later = variable({ name: "on", displayName: "On?", format: "boolean", defaultValue: pulumi.output(true) });
    expect(await resolved(later)).toEqual({ name: "on", displayName: "On?", format: "boolean", defaultValue: "true" });
  });

  test("of a dropdown has choices, each with a label", () => {
    const { options } = variable({
      name: "size",
      inputType: "dropdown",
      options: ["s", { value: "m", label: "Medium", description: "for most" }, { value: "l" }],
    });
    expect(options).toStrictEqual([
      { value: "s", label: "s" },
      { value: "m", label: "Medium", description: "for most" },
      { value: "l", label: "l" },
    ]);
  });

  test("is referred to by itself or its name, in a text whose type says which it is", () => {
    const it = variable({ name: "replicas" });
    const text: "{{.spectro.var.replicas}}" = reference(it);
    expect(reference("replicas")).toBe(text);
    expect(variableReferences(text)).toEqual(["replicas"]);
  });
});

test("together they make a profile against which no rule speaks", async () => {
  const replicas = variable({ name: "replicas", format: "number", defaultValue: 2 });
  const packs = [
    pack<Values>({
      name: "argo-cd",
      tag: "7.8.2",
      overrides: { charts: { server: { replicas: reference(replicas) } } },
    }),
    helmChart({ name: "web", tag: "1.0.0", registryName: "Charts" }),
    manifest({ name: "ns", content: { kind: "Namespace", metadata: { name: "web" } } }),
  ];
  const known = (await resolved(packs)) as (ClusterProfilePackArgs & { overrides?: object })[];
  const model = known.map((it) => ({
    manifests: [],
    ...it,
    ...(it.overrides && { overrides: JSON.stringify(it.overrides) }),
  }));
  const problems = validateProfile({ name: "p", packs: model, variables: [replicas] } as never);
  expect(problems).toEqual([]);
  expect(sameYaml(model[0]!.overrides as string, 'charts: {server: {replicas: "{{.spectro.var.replicas}}"}}')).toBe(
    true,
  );
});
