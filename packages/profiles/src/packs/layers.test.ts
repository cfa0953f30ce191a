import { checkStack } from "./check-stack";
import type { Stack } from "./stack";
import { aLayer, aStack, foundation, knowing, short, unmoved } from "./testing.test-support";

const told = (stack: Stack) => checkStack(stack).map(short);
const infra = (more: Partial<Stack> = {}, layers = foundation()) =>
  aStack(layers, { type: "infra", cloud: "aws", ...more });

describe("V5: the layers of a cluster", () => {
  it("are complete and in order, with add-ons behind them in a cluster profile", () => {
    expect(told(infra())).toEqual([]);
    expect(told(infra({ type: "cluster" }, [...foundation(), aLayer(4, "argo-cd")]))).toEqual([]);
    expect(told(infra({ cloud: "all" }))).toEqual([]);
  });

  it.each([
    ["ubuntu", "operating system"],
    ["kubernetes", "Kubernetes"],
    ["cni-calico", "network"],
    ["csi-ebs", "storage"],
  ])("miss %s, which is told by the name of its layer", (name, word) => {
    const layers = foundation().filter((layer) => layer.name !== name);
    const [problem, ...more] = checkStack(infra({ type: "cluster" }, layers));
    expect(more).toEqual([]);
    expect(short(problem!)).toBe("error MissingLayer packs");
    expect(problem!.message).toContain(`It has no ${word} layer: add a pack`);
  });

  it("may be fewer on clouds that Palette does not list, where it fills in some itself", () => {
    expect(told(infra({ cloud: "nutanix" }, foundation().slice(2)))).toEqual([]);
    expect(told(infra({ cloud: "generic" }, []))).toEqual([]);
  });

  it("may leave storage to edge hosts, with a warning", () => {
    expect(told(infra({ cloud: "edge-native" }, foundation().slice(0, 3)))).toEqual(["warning MissingLayer packs"]);
  });

  it("are never called missing while a layer, the cloud or the type is not known", () => {
    expect(told(infra({ partial: true }, []))).toEqual([]);
    expect(told({ ...infra({}, []), cloud: undefined } as unknown as Stack)).toEqual([]);
    expect(told({ ...infra({}, []), type: undefined } as unknown as Stack)).toEqual([]);
  });

  it("are refused twice, and out of order", () => {
    const two = [...foundation(), aLayer(4, "cni-cilium", { kind: "cni" })];
    expect(told(infra({}, two))).toEqual(["error RepeatedLayer packs.4.name"]);
    const [os, k8s, cni, csi] = foundation();
    const swapped = [os!, { ...cni!, index: 1 }, { ...k8s!, index: 2 }, csi!];
    const [problem] = checkStack(infra({}, swapped));
    expect(short(problem!)).toBe("error LayerOrder packs.2.name");
    expect(problem!.message).toContain('"kubernetes" (Kubernetes) stands after "cni-calico" (network)');
    const late = [aLayer(0, "argo-cd"), ...foundation().map((layer) => ({ ...layer, index: layer.index + 1 }))];
    expect(told(infra({ type: "cluster" }, late))).toEqual(["error LayerOrder packs.1.name"]);
  });

  it("have no add-on behind them in an infra profile", () => {
    expect(told(infra({}, [...foundation(), aLayer(4, "argo-cd")]))).toEqual(["warning AddonInInfra packs.4.name"]);
  });

  it("fit the profile's cloud", () => {
    const only = (cloudTypes: string[]) => [aLayer(0, "karpenter", { knowledge: knowing({ cloudTypes }) })];
    expect(told(aStack(only(["eks"]), { cloud: "eks" }))).toEqual([]);
    expect(told(aStack(only(["all"]), { cloud: "gcp" }))).toEqual([]);
    expect(told(aStack(only([]), { cloud: "gcp" }))).toEqual([]);
    expect(told(aStack(only(["eks"]), { cloud: "all" }))).toEqual([]);
    const [problem] = checkStack(aStack(only(["eks", "aks"]), { cloud: "gcp" }));
    expect(short(problem!)).toBe("warning CloudMismatch packs.0.name");
    expect(problem!.message).toContain('made for eks, aks, but the profile\'s cloud is "gcp"');
  });
});

describe("V6: an add-on profile", () => {
  it("holds add-ons, charts and manifests without a word", () => {
    expect(told(aStack([aLayer(0, "argo-cd"), aLayer(1, "raw")]))).toEqual([]);
  });

  it("is warned of a layer of the infrastructure", () => {
    expect(told(aStack([aLayer(0, "kubernetes", { kind: "k8s" })]))).toEqual(["warning InfraInAddon packs.0.name"]);
  });
});

describe("V7: a profile that exists", () => {
  const [os, k8s, cni, csi] = foundation().map(unmoved);
  const kept = [os!, k8s!, csi!];

  it("cannot lose a layer of the infrastructure, which is told once", () => {
    const [problem, ...more] = checkStack(infra({ removed: [cni!] }, kept));
    expect(more).toEqual([]);
    expect(short(problem!)).toBe("error RemovedInfraLayer packs");
    expect(problem!.message).toContain('"cni-calico" is the profile\'s network layer');
    expect(told(infra({ removed: [cni!], cloud: "nutanix" }, kept))).toEqual(["error RemovedInfraLayer packs"]);
  });

  it("may lose an add-on, and swap one infrastructure pack for another", () => {
    expect(told(infra({ type: "cluster", removed: [aLayer(4, "argo-cd")] }, [os!, k8s!, cni!, csi!]))).toEqual([]);
    const cilium = aLayer(2, "cni-cilium", { kind: "cni" });
    expect(told(infra({ removed: [cni!] }, [os!, k8s!, cilium, csi!]))).toEqual(["warning InfraReplaced packs.2.name"]);
  });

  it("may be made anew without it, under the rules for new ones", () => {
    expect(told(infra({ removed: [cni!], newVersion: true }, kept))).toEqual(["error MissingLayer packs"]);
    expect(told(infra({ removed: [cni!], newVersion: true, cloud: "nutanix" }, kept))).toEqual([]);
  });
});
