import { checkStack } from "./check-stack";
import { aLayer, aStack, foundation, knowing, short, unmoved, upgraded } from "./testing.test-support";

const kubernetes = (from: string, to: string) =>
  checkStack(aStack([upgraded("kubernetes", from, to, { kind: "k8s" })], { type: "system" })).map(short);

describe("V24: a train", () => {
  const train = aLayer(0, "nginx", { tag: "1.11.x", version: "1.11.4" });

  it("in a new layer is warned of, with the version to write instead", () => {
    const [problem, ...more] = checkStack(aStack([train]));
    expect(more).toEqual([]);
    expect(short(problem!)).toBe("warning TrainTag packs.0.tag");
    expect(problem!.message).toContain('Write tag = "1.11.4"');
    expect(checkStack(aStack([{ ...train, tag: "1.x" }])).map(short)).toEqual(["warning TrainTag packs.0.tag"]);
  });

  it("that was there is told nothing, and an exact tag never", () => {
    expect(checkStack(aStack([unmoved(train)]))).toEqual([]);
    expect(checkStack(aStack([aLayer(0, "nginx", { tag: "1.11.4" })]))).toEqual([]);
  });
});

describe("V25: an upgrade", () => {
  it.each([
    ["1.30.9", "1.30.10"],
    ["1.30.9", "1.31.5"],
    ["1.31.5", "1.31.5"],
  ])("of Kubernetes from %s to %s is told nothing", (from, to) => {
    expect(kubernetes(from, to)).toEqual([]);
  });

  it("of Kubernetes that leaves out a release names the one to go through", () => {
    const layer = upgraded("kubernetes", "1.30.9", "1.32.1", { kind: "k8s" });
    const [problem] = checkStack(aStack([layer], { type: "system" }));
    expect(short(problem!)).toBe("warning KubernetesSkip packs.0.tag");
    expect(problem!.message).toContain("Go to 1.31 first");
  });

  it("backwards is warned of, of Kubernetes and of any pack", () => {
    expect(kubernetes("1.31.5", "1.31.4")).toEqual(["warning PackDowngrade packs.0.tag"]);
    expect(checkStack(aStack([upgraded("argo-cd", "7.8.2", "7.7.5")])).map(short)).toEqual([
      "warning PackDowngrade packs.0.tag",
    ]);
    expect(checkStack(aStack([upgraded("argo-cd", "7.7.5", "7.8.2")]))).toEqual([]);
  });

  it("of a major version is warned of where values were written for the one before", () => {
    expect(checkStack(aStack([upgraded("argo-cd", "7.7.5", "8.0.0", { values: "a: 1\n" })])).map(short)).toEqual([
      "warning MajorUpgrade packs.0.tag",
    ]);
    expect(checkStack(aStack([upgraded("argo-cd", "7.7.5", "8.0.0")]))).toEqual([]);
    expect(checkStack(aStack([upgraded("argo-cd", "7.7.5", "7.8.2", { values: "a: 1\n" })]))).toEqual([]);
  });

  it.each([
    ["os", "replace all of their nodes"],
    ["k8s", "cannot change their Kubernetes distribution"],
    ["cni", "lose the network"],
    ["csi", "Move the data first"],
  ] as const)("to another pack of the layer %s says what clusters go through", (kind, words) => {
    const layers = foundation().map(unmoved);
    const old = layers.find((layer) => layer.kind === kind)!;
    const next = aLayer(old.index, "another", { kind });
    const stack = aStack(
      layers.map((layer) => (layer === old ? next : layer)),
      { type: "infra", cloud: "aws", removed: [old] },
    );
    const [problem, ...more] = checkStack(stack);
    expect(more).toEqual([]);
    expect(short(problem!)).toBe(`warning InfraReplaced packs.${old.index}.name`);
    expect(problem!.message).toContain(words);
  });
});

describe("V25: a layer that goes", () => {
  const inNamespace = (index: number, name: string, namespace: string) =>
    unmoved(aLayer(index, name, { values: `pack:\n  namespace: ${namespace}\n` }));
  const gone = inNamespace(0, "grafana", "monitoring");

  it("is told nothing where nobody shares its namespace", () => {
    expect(checkStack(aStack([inNamespace(0, "nginx", "nginx")], { removed: [gone] }))).toEqual([]);
    const system = inNamespace(0, "nginx", "kube-system");
    expect(checkStack(aStack([system], { removed: [inNamespace(1, "x", "kube-system")] }))).toEqual([]);
    expect(checkStack(aStack([aLayer(0, "a")], { removed: [aLayer(1, "b")] }))).toEqual([]);
    const template = inNamespace(0, "nginx", "'{{.spectro.var.ns}}'");
    expect(checkStack(aStack([template], { removed: [{ ...template, name: "b" }] }))).toEqual([]);
  });

  it("reads namespaces that YAML may take for something else", () => {
    for (const namespace of ["n", "012", '"1"'])
      expect(
        checkStack(aStack([inNamespace(0, "nginx", namespace)], { removed: [inNamespace(1, "x", namespace)] })).map(
          short,
        ),
      ).toEqual(["warning SharedNamespace packs"]);
  });

  it("warns of the layers that share its namespace, by values, by overrides and by the pack's own", () => {
    const own = unmoved(aLayer(1, "loki", { knowledge: knowing({ values: "pack:\n  namespace: monitoring\n" }) }));
    const over = { ...own, index: 2, name: "tempo", overrides: "pack:\n  namespace: tempo\n" };
    const layers = [inNamespace(0, "thanos", "monitoring"), own, over];
    const [problem, ...more] = checkStack(aStack(layers, { removed: [gone] }));
    expect(more).toEqual([]);
    expect(short(problem!)).toBe("warning SharedNamespace packs");
    expect(problem!.message).toContain('whole namespace "monitoring" with it, which "thanos" and "loki" use too');
  });
});
