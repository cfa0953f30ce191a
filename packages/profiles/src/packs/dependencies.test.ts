import { checkStack } from "./check-stack";
import type { PackConstraint } from "./knowledge";
import type { PlannedLayer, Stack } from "./stack";
import { aLayer, aStack, foundation, knowing, short, upgraded } from "./testing.test-support";

const demanding = (constraint: PackConstraint) =>
  aLayer(4, "thanos", { knowledge: knowing({ constraints: [constraint] }) });
const kubernetes = (version: string) => foundation().map((it) => (it.kind === "k8s" ? { ...it, version } : it));
const cluster = (constraint: PackConstraint, layers: PlannedLayer[], more: Partial<Stack> = {}) =>
  checkStack(aStack([...layers, demanding(constraint)], { type: "cluster", cloud: "aws", ...more }));
const k8s = { packName: "kubernetes", layer: "k8s", minVersion: "1.29", maxVersion: "1.31.5" } as const;

describe("V22: a pack that demands another", () => {
  it.each(["1.29.0", "1.30.9", "1.31.5"])("within a range takes %s", (version) => {
    expect(cluster({ ...k8s, type: "required" }, kubernetes(version))).toEqual([]);
    expect(cluster({ ...k8s, type: "optional" }, kubernetes(version))).toEqual([]);
  });

  it.each(["1.28.15", "1.31.6", "1.32.1"])("within a range refuses %s, at the pack that is out of it", (version) => {
    for (const type of ["required", "optional"] as const) {
      const [problem, ...more] = cluster({ ...k8s, type }, kubernetes(version));
      expect(more).toEqual([]);
      expect(short(problem!)).toBe("error PackDependency packs.1.tag");
      expect(problem!.message).toContain(`needs "kubernetes" from 1.29 to 1.31.5, but the layer is ${version}`);
    }
  });

  it("refuses to be without it only where it is required", () => {
    const vault = { packName: "vault", layer: "addon", minVersion: "0.6.0" } as const;
    expect(cluster({ ...vault, type: "optional" }, foundation())).toEqual([]);
    const [problem] = cluster({ ...vault, type: "required" }, foundation());
    expect(short(problem!)).toBe("error PackDependency packs.4.name");
    expect(problem!.message).toContain('needs the pack "vault" from 0.6.0 on, which the profile does not have');
  });

  it("asks for presence alone where no range is given", () => {
    const any = { packName: "vault", layer: "addon" } as const;
    const vault = aLayer(5, "vault", { version: "0.0.1" });
    expect(cluster({ ...any, type: "required" }, [...foundation(), vault])).toEqual([]);
    expect(cluster({ ...any, type: "required" }, foundation()).map(short)).toEqual([
      "error PackDependency packs.4.name",
    ]);
    expect(cluster({ ...any, type: "notSupported" }, [...foundation(), vault])).toEqual([]);
  });

  it("in an add-on profile leaves the infrastructure to others, and warns of an add-on that others may bring", () => {
    const alone = (constraint: PackConstraint) => checkStack(aStack([demanding(constraint)])).map(short);
    expect(alone({ ...k8s, type: "required" })).toEqual([]);
    expect(alone({ packName: "vault", layer: "addon", type: "required" })).toEqual([
      "warning PackDependency packs.4.name",
    ]);
  });

  it("refuses what it does not support, and only that", () => {
    const no = { ...k8s, type: "notSupported" } as const;
    expect(cluster(no, kubernetes("1.32.1"))).toEqual([]);
    const [problem] = cluster(no, kubernetes("1.30.9"));
    expect(short(problem!)).toBe("error PackNotSupported packs.4.name");
    expect(problem!.message).toContain('does not support "kubernetes" from 1.29 to 1.31.5, and the layer is 1.30.9');
  });

  it("never judges a version that is not known, nor calls a layer missing while one is", () => {
    const unknown = foundation().map(({ version, ...it }) => it);
    expect(cluster({ ...k8s, type: "required" }, unknown)).toEqual([]);
    expect(cluster({ packName: "vault", type: "required" }, foundation(), { partial: true })).toEqual([]);
  });

  it("warns of an upgrade from a version that it does not take over from", () => {
    const to = (from: string) =>
      upgraded("argo-cd", from, "3.27.0", {
        knowledge: knowing({
          constraints: [{ packName: "argo-cd", layer: "addon", minVersion: "3.20.0", type: "upgrade" }],
        }),
      });
    expect(checkStack(aStack([to("3.20.0")]))).toEqual([]);
    expect(checkStack(aStack([to("3.3.5")])).map(short)).toEqual(["warning UnsupportedUpgrade packs.0.tag"]);
    const { before, ...fresh } = to("3.3.5");
    expect(checkStack(aStack([fresh]))).toEqual([]);
  });
});
