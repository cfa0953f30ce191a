import * as pulumi from "@pulumi/pulumi";
import { pack } from "../layers";
import * as native from "../native";
import { PlatformStack, type PlatformStackArgs, type ProfileResource, ProfileSet, type ProfileSetArgs } from ".";

const registered: pulumi.runtime.MockResourceArgs[] = [];
const parents = new Map<string, string | undefined>();

beforeAll(async () => {
  await pulumi.runtime.setMocks({
    call: () => ({}),
    newResource(args) {
      registered.push(args);
      return { id: `id of ${args.name}`, state: { ...args.inputs, uid: `uid of ${args.inputs.name}` } };
    },
  });
});
beforeEach(() => registered.splice(0));

const resolved = <T>(value: T) =>
  new Promise<pulumi.Unwrap<T>>((resolve) => pulumi.output(value).apply((it) => resolve(it as pulumi.Unwrap<T>)));
/** What was registered, without what every dynamic resource has. */
const profiles = () =>
  Object.fromEntries(
    registered
      .filter(({ type }) => type.endsWith(":ClusterProfile"))
      .map(({ name, inputs }) => [
        name,
        Object.fromEntries(Object.entries(inputs).filter(([property]) => !property.startsWith("__"))),
      ]),
  );

/** A class of another mode, which tells who its parent is. */
class Other extends pulumi.CustomResource {
  declare readonly uid: pulumi.Output<string>;
  constructor(name: string, args: object, opts?: pulumi.CustomResourceOptions) {
    super("palette:index:ClusterProfile", name, { ...args, uid: undefined }, opts);
    parents.set(name, (opts?.parent as unknown as { __name?: string } | undefined)?.__name);
  }
}

const infra = {
  cloud: "aws",
  os: pack({ name: "ubuntu-aws", tag: "22.04" }),
  kubernetes: pack({ name: "kubernetes", tag: "1.31.5" }),
  network: pack({ name: "cni-calico", tag: "3.29.1" }),
  storage: pack({ name: "csi-aws-ebs", tag: "1.37.0" }),
};
const { os, kubernetes, network, storage } = infra;

describe("a platform", () => {
  test("is one infra profile with its layers in order, and add-ons, in one place, version and with all tags", async () => {
    const platform = new PlatformStack("platform", {
      version: "1.1.0",
      context: "tenant",
      tags: ["team:platform", "tier:one"],
      infra: { ...infra, description: "What clusters stand on" },
      addons: [
        { name: "certificates", cloud: "all", tags: ["team:platform", "tls"] },
        { name: "delivery", version: "2.0.0" },
      ],
    });
    expect(await resolved([platform.infraUid, platform.addonUids, platform.uids])).toEqual([
      "uid of platform",
      { certificates: "uid of certificates", delivery: "uid of delivery" },
      ["uid of platform", "uid of certificates", "uid of delivery"],
    ]);
    const all = { version: "1.1.0", context: "tenant", tags: ["team:platform", "tier:one"] };
    expect(profiles()).toEqual({
      platform: {
        ...all,
        name: "platform",
        type: "infra",
        cloud: "aws",
        description: "What clusters stand on",
        packs: [os, kubernetes, network, storage],
      },
      "platform-certificates": {
        ...all,
        name: "certificates",
        type: "add-on",
        cloud: "all",
        tags: ["team:platform", "tier:one", "tls"],
      },
      "platform-delivery": { ...all, name: "delivery", type: "add-on", version: "2.0.0" },
    });
    expect(Object.keys(platform.addons)).toEqual(["certificates", "delivery"]);
  });

  test("may have storage left out, no add-ons, and outputs for what Pulumi's names do not need", async () => {
    const { storage: _, ...without } = infra;
    const platform = new PlatformStack("edge", {
      version: pulumi.output("2.0.0"),
      project: pulumi.output("Default"),
      tags: pulumi.output(["a"]),
      infra: { ...without, cloud: "edge-native", name: "edge-infra", tags: [pulumi.output("b")] },
    });
    expect(await resolved(platform.uids)).toEqual(["uid of edge-infra"]);
    expect(profiles().edge).toEqual({
      version: "2.0.0",
      project: "Default",
      name: "edge-infra",
      type: "infra",
      cloud: "edge-native",
      tags: ["a", "b"],
      packs: [os, kubernetes, network],
    });
  });

  test("may be of another class of profiles, which are its children", async () => {
    const platform = new PlatformStack("native", { infra, addons: [{ name: "a" }], profileClass: Other });
    const one: Other = platform.infra;
    expect(await resolved([one.uid, platform.addonUids])).toEqual(["uid of native", { a: "uid of a" }]);
    expect(registered.map(({ type }) => type)).toEqual([
      "palette:components:PlatformStack",
      "palette:index:ClusterProfile",
      "palette:index:ClusterProfile",
    ]);
    expect([parents.get("native"), parents.get("native-a")]).toEqual(["native", "native"]);
  });

  test.each<[string, object, string]>([
    [
      "no operating system",
      { infra: { ...infra, os: undefined } },
      "infra has no operating system layer: give its pack as infra.os.",
    ],
    ["no Kubernetes", { infra: { ...infra, kubernetes: undefined } }, "infra has no Kubernetes layer"],
    ["no network", { infra: { ...infra, network: undefined } }, "infra has no network layer"],
    [
      "an infra that is none",
      { infra: { ...infra, type: "cluster" } },
      'infra.type is "cluster", and a profile there is of type "infra": leave it out.',
    ],
    [
      "an add-on that is none",
      { infra, addons: [{ name: "a", type: "infra" }] },
      'addons[0].type is "infra", and a profile there is of type "add-on": leave it out.',
    ],
    [
      "members in two places",
      { infra, context: "tenant", addons: [{ name: "a", context: "project" }] },
      'addons[0].context is "project", but a platform\'s profiles are all in one place: give context beside infra',
    ],
    ["members in two projects", { infra: { ...infra, project: "b" }, project: "a" }, 'infra.project is "b"'],
    ["a project of the tenant", { infra, context: "tenant", project: "a" }, 'context is "tenant"'],
    [
      "two add-ons of one name",
      { infra, addons: [{ name: "a" }, { name: "b" }, { name: "a" }] },
      'addons[2].name is "a", as is that of addons[0]: give each profile a name of its own.',
    ],
    [
      "an add-on with the infra's name",
      { infra, addons: [{ name: "p" }] },
      'addons[0].name is "p", as is that of infra',
    ],
    [
      "an add-on without a name",
      { infra, addons: [{ name: pulumi.output("a") }] },
      "addons[0].name is missing, or not",
    ],
    [
      "an add-on for another cloud",
      { infra, addons: [{ name: "a", cloud: "vsphere" }] },
      'addons[0] ("a") is for the cloud "vsphere", but infra is for "aws", so no cluster could have both',
    ],
  ])("with %s is refused, and nothing is registered", (_, args, message) => {
    expect(() => new PlatformStack("p", args as PlatformStackArgs<Other>)).toThrow(`PlatformStack "p": ${message}`);
    expect(registered).toEqual([]);
  });
});

describe("a set", () => {
  const profile = { name: "baseline", version: "1.0.0", tags: ["a"] };

  test("is a profile in each project, named by it, with what is different there", async () => {
    const set = new ProfileSet("baseline", {
      projects: ["team-a", "Team B"],
      profile,
      for: (project) => (project === "Team B" ? { version: "1.1.0", tags: ["b"] } : undefined),
    });
    expect(await resolved(set.uids)).toEqual({ "team-a": "uid of baseline", "Team B": "uid of baseline" });
    expect(profiles()).toEqual({
      "baseline-team-a": { ...profile, context: "project", project: "team-a" },
      "baseline-Team B": { ...profile, version: "1.1.0", tags: ["b"], context: "project", project: "Team B" },
    });
  });

  test("may be of the native mode", async () => {
    const set = new ProfileSet("native", { projects: ["a"], profile, profileClass: native.ClusterProfile });
    const one: native.ClusterProfile | undefined = set.profiles.a;
    expect(await resolved(one?.uid)).toBe("uid of baseline");
    expect(registered.map(({ type }) => type)).toContain("palette:index:ClusterProfile");
  });

  test("with a project inserted registers the others as before", async () => {
    const made = async (name: string, projects: string[]) => {
      registered.splice(0);
      await resolved(new ProfileSet(name, { projects, profile, profileClass: Other }).uids);
      return profiles();
    };
    const before = await made("set", ["a", "c"]);
    expect(await made("set", ["b", "a", "c"])).toMatchObject(before);
  });

  test.each<[string, object, string]>([
    ["a project twice", { projects: ["a", "b", "a"], profile }, 'projects[2] is "a", as is projects[0]'],
    ["a project without a name", { projects: [""], profile }, "projects[0] is missing, or not known yet"],
    ["the tenant", { projects: ["a"], profile: { ...profile, context: "tenant" } }, 'context is "tenant"'],
    ["a place of its own", { projects: ["a"], profile, for: () => ({ project: "b" }) }, 'project is "b": leave it out'],
  ])("with %s is refused, and nothing is registered", (_, args, message) => {
    expect(() => new ProfileSet("s", args as ProfileSetArgs<ProfileResource>)).toThrow(`ProfileSet "s": ${message}`);
    expect(registered).toEqual([]);
  });
});
