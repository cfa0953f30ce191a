import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type RunningServer, startServer } from "@palette-profiles/palette-server";
import { ClusterProfile, PlatformStack, ProfileSet, pack } from "@palette-profiles/pulumi";
import * as pulumi from "@pulumi/pulumi";
import { createEngine, type OperationResult, Session } from "../pulumi-engine";

let server: RunningServer;
let folder: string;
const session = new Session();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "palette-components-"));
  await writeFile(join(folder, "Pulumi.yaml"), "name: tried\nruntime: nodejs\n");
  await writeFile(join(folder, "seed.yaml"), "projects: [{name: team-a}, {name: team-b}, {name: team-c}]\n");
  server = await startServer({ seed: join(folder, "seed.yaml") });
});
afterAll(async () => {
  await session.close();
  await server.close();
  await rm(folder, { recursive: true });
});

/** Each stack has a state of its own. */
function stackOf(stack: string) {
  return (inline: () => unknown) =>
    createEngine({
      program: folder,
      stack,
      inline,
      session,
      state: join(folder, `${stack}.json`),
      env: { SPECTROCLOUD_HOST: server.url, SPECTROCLOUD_APIKEY: server.apiKey, SPECTROCLOUD_PROJECT: server.project },
    });
}
const errorsOf = ({ diagnostics }: OperationResult) =>
  diagnostics.flatMap(({ severity, message }) => (severity === "error" ? message : [])).join("\n");
/** What is done to which profile. */
const done = (result: OperationResult) => {
  expect(errorsOf(result)).toBe("");
  const profiles = result.steps.filter(({ type }) => type.endsWith(":ClusterProfile"));
  return Object.fromEntries(profiles.map(({ name, op }) => [name, op]));
};

const infra = {
  cloud: "aws",
  os: pack({ name: "ubuntu-aws", tag: "22.04" }),
  kubernetes: pack({ name: "kubernetes", tag: "1.31.5" }),
  network: pack({ name: "cni-calico", tag: "3.29.1" }),
  storage: pack({ name: "csi-aws-ebs", tag: "1.37.0" }),
};
const addons = [{ name: "certificates", packs: [pack({ name: "cert-manager", tag: "1.16.2" })] }];

test("a platform is made, stays as it is, and moves all its profiles with its version", async () => {
  const engine = stackOf("platform");
  const of = (version: string) =>
    engine(() => ({ uids: new PlatformStack("platform", { version, infra, addons }).uids }));
  const made = await of("1.0.0").up();
  expect(done(made)).toEqual({ platform: "create", "platform-certificates": "create" });
  expect(done(await of("1.0.0").preview())).toEqual({ platform: "same", "platform-certificates": "same" });
  const moved = await of("1.1.0").up();
  expect(done(moved)).toEqual({ platform: "update", "platform-certificates": "update" });
  const [before, after] = [made.outputs.uids as string[], moved.outputs.uids as string[]];
  expect(after).toHaveLength(2);
  for (const uid of after) expect(before).not.toContain(uid);
});

test("what only Palette knows of a platform is told in the preview", async () => {
  const { storage: _, ...without } = infra;
  const odd = { ...without, kubernetes: pack({ name: "nginx", tag: "1.11.4" }) };
  const told = errorsOf(await stackOf("odd")(() => void new PlatformStack("odd", { infra: odd })).preview());
  expect(told).toContain("It has no storage layer");
  expect(told).toContain("It has no Kubernetes layer");
});

test("a project that comes into a set changes no other's profile, and one that goes takes its own alone", async () => {
  const engine = stackOf("set");
  const of = (...projects: string[]) =>
    engine(() => void new ProfileSet("base", { projects, profile: { name: "base", packs: addons[0]!.packs } }));
  expect(done(await of("team-a", "team-c").up())).toEqual({ "base-team-a": "create", "base-team-c": "create" });
  expect(done(await of("team-b", "team-c", "team-a").up())).toEqual({
    "base-team-a": "same",
    "base-team-b": "create",
    "base-team-c": "same",
  });
  expect(done(await of("team-b", "team-c").up())).toEqual({
    "base-team-a": "delete",
    "base-team-b": "same",
    "base-team-c": "same",
  });
});

test("a profile moves into a component as the guide says, and is the same one", async () => {
  const engine = stackOf("moved");
  const { os, kubernetes, network, storage, cloud } = infra;
  const packs = [os, kubernetes, network, storage];
  const alone = engine(() => void new ClusterProfile("moved", { name: "moved", type: "infra", cloud, packs }));
  expect(done(await alone.up())).toEqual({ moved: "create" });
  const moved: pulumi.ResourceTransformation = ({ props, opts }) => ({
    props,
    opts: pulumi.mergeOptions(opts, { aliases: [{ parent: pulumi.rootStackResource }] }),
  });
  const inside = engine(() => void new PlatformStack("moved", { infra }, { transformations: [moved] }));
  expect(done(await inside.preview())).toEqual({ moved: "same" });
  expect(done(await inside.up())).toEqual({ moved: "same" });
});
