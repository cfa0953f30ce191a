import type { V1PackTagEntity, V1PackUidValues } from "@palette-profiles/palette-api";
import { DiagnosticError, formatPath, type Path, UNKNOWN } from "@palette-profiles/resource-kit";
import type { Palette } from "../../palette";
import type { ClusterProfileState } from "../attributes";
import type { ProfileDraft } from "./draft";
import { packRules } from "./pack-rules";

type Layers = (symbol | Record<string, unknown>)[];

/** A pack of one version, whose uid is its name and version. */
function pack(name: string, version: string, layer: string, own: V1PackUidValues & { dependencies?: object[] } = {}) {
  const packUid = `${name}@${version}`;
  return {
    name,
    layer,
    cloudTypes: ["all"],
    tags: [{ version, packUid }],
    packValues: [{ packUid, values: "", ...own }],
  } as V1PackTagEntity;
}

const PACKS = [
  pack("ubuntu", "22.04", "os"),
  pack("kubernetes", "1.30.9", "k8s"),
  pack("calico", "3.29.1", "cni"),
  pack("ebs", "1.37.0", "csi"),
  pack("old", "1.0.0", "addon", { annotations: { system_state: "Disabled" } }),
  pack("picky", "1.0.0", "addon", {
    schema: [{ name: "replicas", type: "number", format: "number:[1-3]", required: true }],
    presets: [{ name: "ha", group: "HA" }],
    dependencies: [
      { packName: "kubernetes", layer: "k8s", minVersion: "1.31.0", maxVersion: "", type: "optional" },
      { name: "elder", version: "1" },
    ],
    values: "replicas: 1\n",
  }),
];

/** Plans the rules alone, over packs that are known, and tells for which it asked. */
async function told(packs: Layers | symbol, planned: Record<string, unknown> = {}, prior?: { packs: Layers }) {
  const found: string[] = [];
  const asked: string[] = [];
  const lookups = {
    projectUid: async () => {
      if (planned.project === "Nowhere") throw new DiagnosticError({ code: "UnknownProject", summary: "", detail: "" });
      return "uid-of-project";
    },
    packVersions: async (_: unknown, name: string) => {
      asked.push(name);
      return PACKS.find((each) => each.name === name);
    },
    pack: async (_: unknown, uid: string) => PACKS.find((each) => each.tags?.[0]?.packUid === uid),
  };
  const name = (it: unknown) => (it as { name?: unknown } | undefined)?.name;
  const list = Array.isArray(packs) ? packs : [];
  const add =
    (severity: string) =>
    (path: Path, { code }: { code: string }) =>
      void found.push(`${severity} ${code} ${formatPath(path)}`);
  await packRules({
    context: { lookups, project: "Default" } as unknown as Palette,
    signal: new AbortController().signal,
    prior: prior as ClusterProfileState | undefined,
    config: {},
    planned: { context: "project", project: "Default", type: "add-on", cloud: "all", packs, ...planned },
    changed: (...names: string[]) =>
      prior === undefined || (names.includes("packs") && JSON.stringify(prior.packs) !== JSON.stringify(packs)),
    priorIndex: (_: string, index: number) =>
      (prior?.packs ?? []).findIndex((each) => name(each) === name(list[index])),
    error: add("error"),
    warning: add("warning"),
  } as unknown as ProfileDraft);
  return { found, asked };
}

const layer = (name: string, tag: string, more = {}) => ({
  name,
  type: "spectro",
  tag,
  resolvedTag: tag,
  uid: `${name}@${tag}`,
  registryUid: "r",
  ...more,
});
const foundation = [
  layer("ubuntu", "22.04"),
  layer("kubernetes", "1.30.9"),
  layer("calico", "3.29.1"),
  layer("ebs", "1.37.0"),
];
const cluster = { type: "cluster", cloud: "aws" };

describe("what packs demand, in a plan", () => {
  it("is nothing of a profile that is right, of any type", async () => {
    expect((await told(foundation, { type: "infra", cloud: "aws" })).found).toEqual([]);
    const rest = [
      { name: "raw", type: "manifest" },
      { name: "chart", type: "helm", tag: "1.0.0", uid: "x" },
    ];
    expect(await told([...foundation, ...rest], cluster)).toEqual({
      found: [],
      asked: ["ubuntu", "kubernetes", "calico", "ebs"],
    });
  });

  it("is told at the layer that it concerns", async () => {
    const values = "# spectrocloud.com/enabled-presets: HA:hb\nreplicas: 9\n";
    const { found } = await told(
      [...foundation.slice(0, 3), layer("old", "1.0.0"), layer("picky", "1.0.0", { values })],
      cluster,
    );
    expect(found.sort()).toEqual([
      "error InvalidValue packs[4].values",
      "error MissingLayer packs",
      "error PackDependency packs[1].tag",
      "error PackDisabled packs[3].tag",
      "error UnknownPreset packs[4].values",
    ]);
  });

  it("is looked up by the layer's uid where its name is another", async () => {
    const { found } = await told([layer("old", "1.0.0", { name: "anything" })]);
    expect(found).toEqual(["error PackDisabled packs[0].tag"]);
    expect((await told([layer("old", "1.0.0", { name: "mine--old" })])).found).toHaveLength(1);
  });

  it("costs no call where nothing changed, and one where the values of one layer did", async () => {
    const before = { packs: [...foundation, layer("picky", "1.0.0", { values: "replicas: 1\n" })] };
    expect(await told(before.packs, cluster, before)).toEqual({ found: [], asked: [] });
    const after = [...foundation, layer("picky", "1.0.0", { values: "replicas: 4\n" })];
    expect(await told(after, cluster, before)).toEqual({
      found: ["error InvalidValue packs[4].values", "error PackDependency packs[1].tag"],
      asked: ["picky"],
    });
  });

  it("sees what goes, by what was there", async () => {
    const before = { packs: foundation };
    expect((await told(foundation.slice(0, 3), { type: "infra", cloud: "aws" }, before)).found).toEqual([
      "error RemovedInfraLayer packs",
    ]);
    const old = layer("old", "1.0.0");
    expect((await told([old, layer("picky", "1.0.0")], {}, { packs: [old] })).found).toEqual([
      "warning PackDisabled packs[0].tag",
    ]);
  });

  it("is nothing of what is not known yet, wherever it stands", async () => {
    for (const packs of [
      UNKNOWN,
      [UNKNOWN],
      [{ name: UNKNOWN, type: "spectro" }],
      [layer("picky", "1.0.0", { uid: UNKNOWN, resolvedTag: UNKNOWN, values: "replicas: 9\n" })],
      [layer("picky", "1.0.0", { type: UNKNOWN })],
    ])
      expect((await told(packs, cluster)).found).toEqual([]);
    const going = layer("picky", "1.0.0", { values: "pack:\n  namespace: n\nreplicas: 1\n" });
    const staying = layer("old", "1.0.0", { values: "pack:\n  namespace: n\n" });
    // The unknown layer may be the one that seems to go.
    expect((await told([staying, UNKNOWN], {}, { packs: [staying, going] })).found).toEqual([
      "warning PackDisabled packs[0].tag",
    ]);
    expect((await told([staying], {}, { packs: [staying, going] })).found).toEqual([
      "warning PackDisabled packs[0].tag",
      "warning SharedNamespace packs",
    ]);
    expect((await told([layer("picky", "1.0.0", { values: UNKNOWN })])).found).toEqual([]);
    for (const unknown of ["context", "project", "type", "cloud"])
      expect((await told(foundation.slice(1), { ...cluster, [unknown]: UNKNOWN })).found).toEqual([]);
    expect((await told(foundation.slice(1), { ...cluster, project: "Nowhere" })).found).toEqual([]);
  });
});
