import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startServer } from "@palette-profiles/palette-server";
import { backendOf } from "../../scenarios/backend";
import { certManager, nginx } from "../../scenarios/profiles";
import { done, nativeWays, openWorld, type World, ways, well } from "./ways";

jest.setTimeout(180_000);

const text = JSON.stringify;
const packs = text([nginx]);
let folder: string;
let seed: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "palette-places-"));
  seed = join(folder, "seed.yaml");
  writeFileSync(seed, "projects: [{name: team-a}, {name: team-b}]\napiKeys: [another-long-canary]\n");
});
afterAll(() => rmSync(folder, { recursive: true }));

describe.each(ways)("places in one program: $name", (way) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(way, { seed });
  });
  afterEach(() => world.clear());
  afterAll(() => world.close());

  test("each profile has its own context or project, and one of another place is another profile", async () => {
    const { stack, write } = world;
    const three = (
      project: string,
    ) => `const of = (name, place) => new palette.ClusterProfile(name, { name: "web", packs: ${packs}, ...place });
const all = [of("default", {}), of("tenant", { context: "tenant" }), of("team", { project: "${project}" })];
exports.ids = all.map(({ id }) => id);`;
    await write(three("team-a"));
    expect((await well(stack.up())).outputs.ids).toEqual([
      `project/${world.server.project}/web`,
      "tenant/web",
      "project/team-a/web",
    ]);
    await well(stack.preview({ refresh: true, expectNoChanges: true }));
    await write(three("team-b"));
    const planned = await well(stack.preview());
    expect(planned.steps.flatMap(({ op, name, replaces }) => (op === "same" ? [] : [{ op, name, replaces }]))).toEqual([
      { op: "replace", name: "team", replaces: ["project"] },
    ]);
    expect((await well(stack.up())).outputs.ids).toContain("project/team-b/web");
    await well(stack.destroy());
  });

  test("two profiles of one name in one place are refused, one of them made once; with a name of its own the other follows", async () => {
    const { stack, write, backend } = world;
    const two = (...names: string[]) => `for (const [index, name] of ${text(names)}.entries()) {
  new palette.ClusterProfile(["first", "second"][index], { name, packs: ${packs} });
}`;
    await write(two("a", "a"));
    const refused = await stack.up();
    // Which of the two comes first is Pulumi's to say, and whether the other one's plan knows of it already.
    expect([refused.ok, refused.errors.join()]).toEqual([
      false,
      expect.stringMatching(/cluster profile "a".*choose another name or version/is),
    ]);
    const [only, ...others] = await backend.profiles();
    expect(others).toEqual([]);
    expect(await stack.state()).toContain(only?.metadata?.uid);
    const names = /ClusterProfile::first"/.test(await stack.state()) ? ["a", "b"] : ["b", "a"];
    await write(two(...names));
    expect(done(await well(stack.up()))).toEqual([`create ${names[0] === "a" ? "second" : "first"}`]);
    await well(stack.preview({ refresh: true, expectNoChanges: true }));
  });

  test("the components make their profiles where they say", async () => {
    const { stack, write } = world;
    const all = (version: string, projects: string[]) => `const components = require("@palette-profiles/pulumi");
const { pack } = components;
const profileClass = palette.ClusterProfile;
const platform = new components.PlatformStack("platform", { profileClass, version: "${version}", context: "tenant",
  infra: { cloud: "aws", os: pack({ name: "ubuntu-aws", tag: "22.04" }), kubernetes: pack({ name: "kubernetes", tag: "1.31.5" }),
    network: pack({ name: "cni-calico", tag: "3.29.1" }), storage: pack({ name: "csi-aws-ebs", tag: "1.37.0" }) },
  addons: [{ name: "certificates", packs: [${text(certManager)}] }] });
const set = new components.ProfileSet("base", { profileClass, projects: ${text(projects)}, profile: { name: "base", packs: ${packs} } });
exports.uids = platform.uids; exports.base = set.uids;`;
    await write(all("1.0.0", ["team-a"]));
    const planned = await well(stack.preview());
    const made = await well(stack.up());
    expect(done(made)).toEqual([
      "create base",
      "create base-team-a",
      "create platform", // the component, and its infra profile
      "create platform",
      "create platform-certificates",
    ]);
    expect(done(planned)).toEqual(done(made));
    const profiles = made.steps.filter(({ type }) => type === way.mode.type).map(({ name }) => name);
    expect(profiles.sort()).toEqual(["base-team-a", "platform", "platform-certificates"]);
    await well(stack.preview({ refresh: true, expectNoChanges: true }));
    await write(all("1.1.0", ["team-b", "team-a"]));
    const moved = await well(stack.up());
    expect(done(moved)).toEqual([
      "create base-team-b",
      "update platform version",
      "update platform-certificates version",
    ]);
    expect(moved.outputs.base).toEqual({
      ...(made.outputs.base as object),
      "team-b": expect.stringMatching(/^[0-9a-f]{24}$/),
    });
    await well(stack.destroy());
  });
});

describe.each(nativeWays)("explicit providers: $name", (way) => {
  test("reach another host and another project beside the default one, and stay as they are when their key changes", async () => {
    const world = await openWorld(way, { seed });
    const other = await startServer({ seed, apiKey: "other-long-canary" });
    const { stack, write } = world;
    try {
      const all = (
        key: string,
      ) => `const east = new palette.Provider("east", { host: "${other.url}", apiKey: "${key}", retryAttempts: 0 });
const team = new palette.Provider("team", { host: "${world.server.url}", apiKey: "${world.server.apiKey}", project: "team-a" });
const group = new pulumi.ComponentResource("tried:index:Group", "group", {}, { providers: { palette: team } });
const web = (name, options) => new palette.ClusterProfile(name, { name: "web", packs: ${packs} }, options);
const all = [web("default"), web("there", { provider: east }), web("inside", { parent: group })];
exports.ids = all.map(({ id }) => id); exports.uids = all.map(({ uid }) => uid);
exports.pack = palette.getPackOutput({ name: "argo-cd" }, { provider: east }).resolvedVersion;`;
      await write(all(other.apiKey));
      await well(stack.preview());
      const up = await well(stack.up());
      expect(up.outputs.ids).toEqual([
        `project/${world.server.project}/web`,
        `project/${other.project}/web`,
        "project/team-a/web",
      ]);
      const elsewhere = await (await backendOf(other)).profiles();
      expect(elsewhere.map(({ metadata }) => metadata?.uid)).toEqual([(up.outputs.uids as string[])[1]]);
      await well(stack.preview({ expectNoChanges: true, refresh: true }));
      expect(up.told + (await stack.state())).not.toContain("canary");
      await write(all("another-long-canary"));
      expect(done(await well(stack.preview()))).toEqual([expect.stringMatching(/^update east /)]);
      await well(stack.up());
      await well(stack.destroy());
      expect(await (await backendOf(other)).profiles()).toEqual([]);
    } finally {
      await world.close();
      await other.close();
    }
  });
});
