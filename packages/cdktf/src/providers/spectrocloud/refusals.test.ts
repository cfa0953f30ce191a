import { TerraformVariable } from "cdktf";
import {
  AppProfile,
  type AppProfileProps,
  ClusterProfile,
  type ClusterProfileProps,
  Container,
  HelmChart,
  Manifest,
  OperatorService,
  Pack,
  Variable,
} from "../../index";
import { officialStack, problemsOf, stackWith } from "../stacks.test-support";

type Refused = [what: string, message: string];

const PACK = new Pack({ name: "nginx", tag: "1.11.4" });
const TIER = new Manifest({ name: "ns", content: { kind: "Namespace" } });

const header: [Partial<ClusterProfileProps & AppProfileProps>, string][] = [
  [
    { project: "dev" },
    'project "dev": with the official provider all profiles of a provider are in its one project; give another PaletteProvider that projectName and an alias, and the profile this provider, or set implementation: "palette"',
  ],
  [
    { adopt: true },
    'adopt: the official provider takes over no profile that is there already; leave it out and import the profile, or set implementation: "palette"',
  ],
  [
    { immutableVersions: true },
    'immutableVersions: the official provider changes versions in place; leave it out, or set implementation: "palette"',
  ],
  [
    { retainVersions: 3 },
    'retainVersions: the official provider has one version of a profile, which it renames; leave it out, or set implementation: "palette"',
  ],
  [
    { versionPolicy: "new" },
    'versionPolicy "new": the official provider renames the version there is; write versionPolicy: "in_place", which is what it does, or set implementation: "palette"',
  ],
  [
    { version: "v1.2.0" },
    'version "v1.2.0": Palette makes "1.2.0" of it, which every plan of the official provider would change back; write "1.2.0", or set implementation: "palette"',
  ],
  [
    { version: "2" },
    'version "2": Palette makes "2.0.0" of it, which every plan of the official provider would change back; write "2.0.0", or set implementation: "palette"',
  ],
  [
    { tags: ["a:b:c"] },
    'tag "a:b:c": the official provider drops what stands behind a second colon; write it with one, or set implementation: "palette"',
  ],
];

test.each(header)("What it cannot do for profiles of either kind is refused: %j", (props, message) => {
  const stack = officialStack();
  new ClusterProfile(stack, "web", { name: "web", layers: [PACK], ...props });
  new AppProfile(stack, "shop", { name: "shop", tiers: [TIER], ...props });
  expect(problemsOf(stack)).toEqual([message, message]);
});

const layers: [Refused[0], ClusterProfileProps["layers"], Refused[1]][] = [
  [
    "overrides",
    [new Pack({ name: "nginx", tag: "1.11.4", overrides: { a: 1 } })],
    'layer "nginx" gives overrides, and the official provider has none: write the whole of its values, or set implementation: "palette"',
  ],
  [
    "a train",
    [new Pack({ name: "nginx", tag: "1.11.x" })],
    'layer "nginx" has the tag "1.11.x", a train, which the official provider finds no pack for; write an exact version, or set implementation: "palette"',
  ],
  [
    "a chart without a registry",
    [new HelmChart({ name: "web", tag: "2.0.0" })],
    'layer "web" is a Helm chart without a registry, and the official provider looks for none; give registryName, or set implementation: "palette"',
  ],
  [
    "a manifest's name in two layers",
    [
      new Manifest({ name: "a", manifests: [{ name: "ns", content: "kind: A" }] }),
      new Manifest({ name: "b", manifests: [{ name: "ns", content: "kind: B" }] }),
    ],
    'manifest "ns" stands in layers "a" and "b", which an update by the official provider would mix up; give the manifests names of their own, or set implementation: "palette"',
  ],
];

test.each(layers)("What it cannot do with layers is refused: %s", (_, given, message) => {
  const stack = officialStack();
  new ClusterProfile(stack, "web", { name: "web", layers: given });
  expect(problemsOf(stack)).toEqual([message]);
});

test("The default of a sensitive variable is refused, since plans would show it", () => {
  const stack = officialStack();
  const profile = new ClusterProfile(stack, "web", { name: "web" });
  profile.addVariable(new Variable({ name: "password", isSensitive: true, defaultValue: "hunter2" }));
  profile.addVariable(new Variable({ name: "token", isSensitive: true }));
  expect(problemsOf(stack)).toEqual([
    'variable "password" is sensitive and has a defaultValue, which every plan of the official provider would show and set again; leave it to the clusters, or set implementation: "palette"',
  ]);
});

const registryName = "Public Repo";
const tiers: [Refused[0], AppProfileProps["tiers"], Refused[1]][] = [
  [
    "a service without a registry",
    [OperatorService.postgres({ name: "db", databaseName: "shop", userName: "shop", volumeSize: 8 })],
    'tier "db" names no registry, and the official provider looks for none; give registryName, such as "Public Repo", or set implementation: "palette"',
  ],
  [
    "a container without its pack's registry",
    [new Container({ name: "api", image: "api:1", packTag: "1.0.2" })],
    'tier "api" names no registry, and the official provider looks for none; give packRegistryName, such as "Public Repo", or set implementation: "palette"',
  ],
  [
    "a container without its pack's version",
    [new Container({ name: "api", image: "api:1", packRegistryName: registryName })],
    'tier "api" names no version of its pack, and the official provider looks for none; give packTag, or set implementation: "palette"',
  ],
  [
    "a train",
    [new HelmChart({ name: "web", tag: "2.x", registryName: "Charts" })],
    'tier "web" has the tag "2.x", a train, which the official provider finds no pack for; write an exact version, or set implementation: "palette"',
  ],
  [
    "values of a chart",
    [new HelmChart({ name: "web", tag: "2.0.0", registryName: "Charts", values: { a: 1 } })],
    'tier "web" gives values, which every plan of the official provider would set again, since it reads those of containers alone; leave them out, or set implementation: "palette"',
  ],
  [
    "values of manifests",
    [new Manifest({ name: "ns", content: { kind: "Namespace" }, values: { a: 1 } })],
    'tier "ns" gives values, which every plan of the official provider would set again, since it reads those of containers alone; leave them out, or set implementation: "palette"',
  ],
];

test.each(tiers)("What it cannot do with tiers is refused: %s", (_, given, message) => {
  const stack = officialStack();
  new AppProfile(stack, "shop", { name: "shop", tiers: given });
  expect(problemsOf(stack)).toEqual([message]);
});

test("An app profile that stays on destroy is refused", () => {
  const stack = officialStack();
  new AppProfile(stack, "shop", { name: "shop", tiers: [TIER], skipDestroy: true });
  new ClusterProfile(stack, "web", { name: "web", layers: [PACK], skipDestroy: true });
  expect(problemsOf(stack)).toEqual([
    'skipDestroy: the official provider always deletes an app profile on destroy; leave it out, or set implementation: "palette"',
  ]);
});

test("Our provider refuses none of it", () => {
  const stack = stackWith();
  for (const [index, [props]] of header.entries()) {
    new ClusterProfile(stack, `web-${index}`, { name: "web", layers: [PACK], ...props });
    new AppProfile(stack, `shop-${index}`, { name: "shop", tiers: [TIER], skipDestroy: true, ...props });
  }
  for (const [what, given] of layers)
    new ClusterProfile(stack, what.replaceAll(/\W/g, "-"), { name: "web", layers: given });
  for (const [what, given] of tiers)
    new AppProfile(stack, `app-${what.replaceAll(/\W/g, "-")}`, { name: "shop", tiers: given });
  expect(problemsOf(stack)).toEqual([]);
});

test("What is known at apply alone is never refused", () => {
  const stack = officialStack();
  const token = new TerraformVariable(stack, "token", { type: "string" }).stringValue;
  const profile = new ClusterProfile(stack, "web", { name: token, version: token, tags: [token, `a:${token}`] });
  profile.addPack({ name: "nginx", tag: token, registryName: token });
  profile.addPack({ name: token, tag: "1.11.4" });
  expect(problemsOf(stack)).toEqual([]);
});
