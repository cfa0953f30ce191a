import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { V1AppProfileEntity, V1ClusterProfileEntity } from "@palette-profiles/palette-api";
import { type RunningServer, startServer } from "@palette-profiles/palette-server";
import { type Attributes, isBlock } from "@palette-profiles/resource-kit";
import { palette } from "@palette-profiles/resources";
import type { OperationResult } from "../pulumi-engine";
import { type Backend, backendOf } from "../scenarios/backend";
import { openWorkplace, type Workplace } from "./programs";

// A program and a state of the package that Pulumi's Terraform bridge makes of the official provider, moved as
// docs/moving-from-the-bridged-pulumi-package.md says: its commands and lines are run as they stand there.
// In the test engine alone: the pulumi command would start the bridge, even for resources that it lets go of.
const GUIDE = readFileSync(join(__dirname, "../../docs/moving-from-the-bridged-pulumi-package.md"), "utf8");
const BRIDGED = join(__dirname, "fixtures/bridged");
const PROGRAM = readFileSync(join(BRIDGED, "program.mjs"), "utf8");

const TEAM = "name: team-a\n  annotations:\n    token: '{{.spectro.var.token}}'";

jest.setTimeout(60_000);
let server: RunningServer;
let backend: Backend;
let place: Workplace;
let uids: Record<"platform" | "shop", string>;
beforeEach(async () => {
  server = await startServer();
  backend = await backendOf(server);
  place = await openWorkplace(server);
  uids = await madeByTheOfficial();
  writeState();
  await backend.forget();
});
afterEach(async () => {
  await place.close();
  await server.close();
});

const run = async (program: string, how: "preview" | "up") =>
  (await place.engine({ "package.json": '{"type":"module","main":"index.js"}', "index.js": program }))[how]();

test("a program renamed as the guide says takes over its profiles, and writes only what Palette does not show", async () => {
  const moved = renamed(PROGRAM);
  for (const how of ["preview", "up"] as const) {
    const result = await run(adopting(moved), how);
    expect(errorsOf(result)).toEqual([]);
    expect(operationsOf(result)).toEqual([
      "palette:AppProfile create",
      "palette:ClusterProfile create",
      "spectrocloud:index/applicationProfile:ApplicationProfile delete",
      "spectrocloud:index/clusterProfile:ClusterProfile delete",
    ]);
    expect(JSON.stringify(result.diagnostics).match(/Takes over a profile that is there/g)).toHaveLength(2);
    expect(await writes()).toEqual(how === "up" ? ["PUT /v1/clusterprofiles/{uid}/variables"] : []);
    if (how === "up") expect(result.outputs).toEqual({ platformUid: uids.platform, shopUid: uids.shop });
  }
  expect(operationsOf(await run(adopting(moved), "preview"))).toEqual([
    "palette:AppProfile same",
    "palette:ClusterProfile same",
  ]);

  // The guide's last step.
  await backend.forget();
  const settled = await run(moved, "up");
  expect(settled.steps.flatMap(({ diff }) => diff.map(({ path }) => path))).toEqual(["adopt", "adopt"]);
  expect(await writes()).toEqual([]);
  expect(readFileSync(place.state, "utf8")).not.toMatch(/spectrocloud:|s3cr3t-canary/);
});

test("the guide's first step keeps the profiles of the bridged package, and nothing else", () => {
  type Transformation = (it: object) => { opts: { retainOnDelete?: boolean } } | undefined;
  let transformation: Transformation | undefined;
  const runtime = { registerStackTransformation: (it: Transformation) => (transformation = it) };
  new Function("pulumi", lines(/retainOnDelete/))({ runtime });
  for (const { type, retainOnDelete } of exported()) {
    expect(transformation?.({ type, props: {}, opts: {} })?.opts.retainOnDelete).toBe(retainOnDelete);
  }
});

test("what differs from what Palette has is an error of the preview that names the place", async () => {
  const other = renamed(PROGRAM).replace("name: team-a", "name: team-b");
  const [error, ...more] = errorsOf(await run(adopting(other), "preview"));
  expect(more).toEqual([]);
  expect(error).toContain(
    "cannot be taken over, since it differs from what is written: namespaces > manifest ns > meta",
  );
});

test("the guide lists every name of the bridged package that is not one of ours", () => {
  const ours = (type: string) => palette.resources.find((it) => it.type === type)?.attributes ?? {};
  expect(notOurs(CLUSTER_PROFILE, ours("cluster_profile"))).toEqual([
    "clusterProfileId",
    "packs.manifests.uid",
    "profileVariables.variables.options.default",
  ]);
  const { packs, ...rest } = APP_PROFILE;
  expect(notOurs({ ...rest, tiers: packs }, ours("app_profile"))).toEqual([
    "applicationProfileId",
    "tiers.manifests.uid",
    "tiers.uid",
  ]);
  const names = GUIDE.slice(GUIDE.indexOf("## Names"));
  for (const name of [
    "`clusterProfileId`",
    "`applicationProfileId`",
    "`manifests[].uid`",
    "app profiles: `packs`",
    "`packs[].uid`",
    "`options[].default`",
  ]) {
    expect(names).toContain(name);
  }
});

/** The arguments of a bridged class; those of a group by its name. */
interface Names {
  [group: string]: Names | string;
}
const TIMEOUTS = "create delete update";
const MANIFESTS = "content name uid";
const CLUSTER_PROFILE: Names = {
  "": "cloud clusterProfileId context description name skipDestroy tags type version",
  packs: { "": "name registryName registryUid tag type uid values", manifests: MANIFESTS },
  profileVariables: {
    variables: {
      "": "defaultValue description displayName format hidden immutable inputType isSensitive name regex required",
      options: "default description label value",
    },
  },
  timeouts: TIMEOUTS,
};
const APP_PROFILE = {
  "": "applicationProfileId cloud context description name tags version",
  packs: {
    "": "installOrder name properties registryName registryUid sourceAppTier tag type uid values",
    manifests: MANIFESTS,
  },
  timeouts: TIMEOUTS,
} satisfies Names;

/** Paths of what cannot be given here under the same name. */
function notOurs(names: Names, attributes: Attributes): string[] {
  return Object.entries(names)
    .flatMap(([group, inner]) => {
      if (typeof inner === "string" && group === "") {
        return inner.split(" ").filter((name) => {
          const found = attributes[name];
          return found === undefined || !(isBlock(found) || found.required || found.optional);
        });
      }
      const block = attributes[group];
      if (block === undefined || !isBlock(block)) return [group];
      const inside = typeof inner === "string" ? { "": inner } : inner;
      return notOurs(inside, block.attributes).map((name) => `${group}.${name}`);
    })
    .sort();
}

/** The program with the guide's command run over it, and what it says to do by hand. */
function renamed(program: string): string {
  const folder = mkdtempSync(join(tmpdir(), "palette-bridged-"));
  try {
    const file = join(folder, "index.ts");
    writeFileSync(file, program);
    execFileSync("sh", ["-euc", lines(/^sed/m)], { cwd: folder });
    return readFileSync(file, "utf8")
      .replace("@pulumi/spectrocloud", "@palette-profiles/pulumi")
      .replace("* as spectrocloud", "* as palette")
      .replace("import", 'import * as pulumi from "@pulumi/pulumi";\nimport')
      .replace(/(palette\.AppProfile\(.*?)packs:/s, "$1tiers:")
      .replaceAll(/\b(platform|shop)\.id\b/g, "$1.uid");
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The program with the guide's lines that adopt every profile. */
function adopting(program: string): string {
  return program.replace("const platform", `${lines(/adopt: true/)}$&`);
}

/** The block of the guide that has this. */
function lines(what: RegExp): string {
  const blocks = [...GUIDE.matchAll(/```\w+\n(.*?)```/gs)].map(([, text = ""]) => text.replaceAll(/^ {3}/gm, ""));
  return blocks.find((text) => what.test(text)) ?? "";
}

/** The resources of the fixture, which has the shape of `pulumi stack export` after the guide's first step. */
function exported(): { type: string; retainOnDelete?: boolean }[] {
  const text = readFileSync(join(BRIDGED, "stack.json"), "utf8")
    .replaceAll("{PLATFORM}", uids.platform)
    .replaceAll("{SHOP}", uids.shop);
  return (JSON.parse(text) as { deployment: { resources: { type: string }[] } }).deployment.resources;
}

/** The same as the test engine's state, which has no resources for providers. */
function writeState(): void {
  const resources = exported()
    .filter(({ type }) => !type.startsWith("pulumi:providers:"))
    .map((it) => ({
      ...{ id: "", inputs: {}, outputs: {}, parent: "", dependencies: [], secretOutputs: [], initErrors: [] },
      ...{ protect: false, retainOnDelete: false, external: false, pendingDelete: false },
      ...it,
    }));
  writeFileSync(place.state, JSON.stringify({ version: 1, resources }));
}

/** The program's profiles as the official provider sends them to Palette: texts trimmed, everything spelled out. */
async function madeByTheOfficial(): Promise<typeof uids> {
  const variable = { format: "string", inputType: "text", required: false, hidden: false, immutable: false };
  const platform = await backend.api.create({
    metadata: {
      name: "platform",
      annotations: { description: "What every cluster has" },
      labels: { team: "platform", audited: "spectro__tag" },
    },
    spec: {
      version: "1.0.0",
      template: {
        cloudType: "all",
        type: "add-on",
        packs: [
          {
            name: "nginx",
            type: "spectro",
            tag: "1.11.4",
            uid: "77fe5e5276c31f3c8018a4fa",
            values: "charts:\n  nginx:\n    replicas: '{{.spectro.var.replicas}}' # few",
          },
          { name: "namespaces", type: "manifest", uid: "spectro-manifest-pack", manifests: [manifest(TEAM)] },
        ],
      },
      variables: [
        { ...variable, name: "replicas", displayName: "Replicas", format: "number", defaultValue: "2" },
        { ...variable, name: "token", displayName: "Token", isSensitive: true, defaultValue: "s3cr3t-canary" },
      ],
    },
  } as V1ClusterProfileEntity);
  const shop = await backend.apps.create({
    metadata: { name: "shop", annotations: { description: "" }, labels: { team: "web" } },
    spec: {
      version: "1.0.0",
      template: {
        appTiers: [
          {
            name: "api",
            type: "container",
            version: "1.0.2",
            registryUid: "8547c4f3ee5fa7c31e419b89",
            sourceAppTierUid: "0262d679a0b04f4d1e4e43d0",
            values: "containerService:\n  image: ghcr.io/example/shop-api:1.4.0",
          },
          { name: "namespaces", type: "manifest", manifests: [manifest("name: shop")] },
        ],
      },
    },
  } as V1AppProfileEntity);
  return { platform: platform.uid, shop: shop.uid };
}

function manifest(metadata: string) {
  return { name: "ns", content: `apiVersion: v1\nkind: Namespace\nmetadata:\n  ${metadata}` };
}

function errorsOf({ diagnostics }: OperationResult): string[] {
  return diagnostics.flatMap(({ severity, message }) => (severity === "error" ? message : []));
}

/** `palette:ClusterProfile create`; the stack itself and providers left out. */
function operationsOf({ steps }: OperationResult): string[] {
  return steps
    .filter(({ type }) => !type.startsWith("pulumi:"))
    .map(({ type, op }) => `${type.replace("pulumi-nodejs:dynamic/", "")} ${op}`)
    .sort();
}

async function writes(): Promise<string[]> {
  return (await backend.calls()).filter((call) => !call.startsWith("GET "));
}
