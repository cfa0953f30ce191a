import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { V1ClusterProfile } from "@palette-profiles/palette-api";
import { type RunningServer, startServer } from "@palette-profiles/palette-server";
import { type Backend, backendOf } from "../scenarios/backend";
import { type CdktfProject, copyExample, type Ended, type LIBRARIES } from "./cdktf-project";
import { readmeCommands } from "./example-readme";

// examples/cdktf-aws-platform: the commands of its README, in order, and what it says of each thing to try. Each test goes
// on from where the one before it ended.
const EXAMPLE = "cdktf-aws-platform";
const FOLDER = resolve(__dirname, "../../examples", EXAMPLE);
const [deploy = [], diff = [], promotion = [], promote = [], destroy = [], ...more] = readmeCommands(EXAMPLE);

let server: RunningServer;
let backend: Backend;
let project: CdktfProject;

function withServer(library: (typeof LIBRARIES)[number]): void {
  beforeAll(async () => {
    server = await startServer();
    backend = await backendOf(server);
    project = copyExample(EXAMPLE, server, {}, library);
  });
  afterAll(async () => {
    project?.remove();
    await server?.close();
  });
}

jest.setTimeout(120_000);

const writes = async () =>
  (await backend.calls()).filter((call) => /^(POST|PUT|PATCH|DELETE) \/v1\/clusterprofiles/.test(call));
const isOf = (profile: V1ClusterProfile, environment: string) =>
  profile.metadata?.name?.startsWith(`${environment}-`) === true;
const title = ({ metadata, spec }: V1ClusterProfile) => `${metadata?.name} ${spec?.published?.profileVersion}`;
const layersOf = (profile: V1ClusterProfile | undefined) =>
  profile?.spec?.published?.packs?.map(({ name, tag }) => `${name} ${tag ?? ""}`.trim());
const valuesOf = (profile: V1ClusterProfile | undefined, layer: string) =>
  profile?.spec?.published?.packs?.find(({ name }) => name === layer)?.values;
/** Without the list of all versions, which Palette shows with each of them. */
const content = ({ metadata, spec }: V1ClusterProfile) => ({ metadata, content: spec?.published });
const done = (text: string) => ({ status: 0, output: expect.stringContaining(text) });
const refused = (text: string) => ({ status: 1, output: expect.stringContaining(text) });

async function held(of: string): Promise<V1ClusterProfile | undefined> {
  return (await backend.profiles()).find((profile) => title(profile) === of);
}

/** The program alone, as the CDKTF CLI starts it. */
const synth = (): Promise<Ended> => project.run(process.execPath, ["--import", "tsx", "main.ts"]);

describe("cdktf", () => {
  withServer("cdktf");

  test("compiles under the strict settings of the repository", async () => {
    const run = await project.run(process.execPath, [require.resolve("typescript/bin/tsc"), "-p", FOLDER]);
    expect(run).toEqual({ status: 0, output: "" });
  });

  test("deploys each environment in the version that it runs, with its own values", async () => {
    const { status, output } = await project.cdktf(...deploy);
    expect({ status, output }).toMatchObject(done("4 added, 0 changed"));
    const profiles = await backend.profiles();
    expect(profiles.map(title).sort()).toEqual(
      [
        ["dev", "1.1.0"],
        ["prod", "1.0.0"],
        ["staging", "1.1.0"],
      ].flatMap(([environment, version]) =>
        ["aws-infra", "gitops", "ingress", "observability"].map((name) => `${environment}-${name} ${version}`),
      ),
    );
    // They are the stacks' outputs.
    for (const { metadata } of profiles) expect(output).toContain(metadata?.uid);
    expect(layersOf(await held("prod-aws-infra 1.0.0"))).toEqual([
      "ubuntu-aws 22.04",
      "kubernetes 1.30.9",
      "cni-calico 3.29.1",
      "csi-aws-ebs 1.37.0",
    ]);
    expect(valuesOf(await held("dev-observability 1.1.0"), "prometheus-operator")).toContain("retention: 2d");
    expect(valuesOf(await held("prod-observability 1.0.0"), "prometheus-operator")).toContain("retention: 30d");
  });

  test("has nothing to change after that, also where a comment is another", async () => {
    project.edit("values/argo-cd.yaml", "# The web page and the API.", "# What people see.");
    expect(await project.cdktf(...diff)).toMatchObject(done("No changes."));
  });

  test("takes one value as one line of one profile in dev", async () => {
    project.edit("values/argo-cd.yaml", "replicas: 1", "replicas: 2");
    await backend.forget();
    const { status, output } = await project.cdktf("deploy", "dev", "--auto-approve");
    expect({ status, output }).toMatchObject(done("0 added, 1 changed, 0 destroyed"));
    expect(output).toMatch(/# palette_cluster_profile\.\w+ \(platform\/gitops\/Default\) will be updated in-place/);
    expect(output).toContain("- replicas: 1 + replicas: 2");
    expect(await writes()).toEqual(["PUT /v1/clusterprofiles/{uid}", "PATCH /v1/clusterprofiles/{uid}/publish"]);
    expect(valuesOf(await held("dev-gitops 1.1.0"), "argo-cd")).toContain("replicas: 2");
  });

  test("refuses it in staging, where the release is out", async () => {
    await backend.forget();
    const { status, output } = await project.cdktf("diff", "staging");
    expect({ status, output }).toMatchObject(refused("Versions of this profile do not change"));
    expect(output).toContain("argo-cd > charts.argo-cd.server.replicas");
    expect(await writes()).toEqual([]);
    project.edit("values/argo-cd.yaml", "replicas: 2", "replicas: 1");
  });

  test("refuses a layer that stands twice, and a release that there is not, before Palette is asked anything", async () => {
    const layer = 'pack("nginx", "1.11.4", parts)';
    project.edit("layers.ts", layer, `${layer}, ${layer}`);
    await backend.forget();
    expect(await synth()).toMatchObject(refused('[dev/platform/ingress] layers 2 and 3 are both "nginx"'));
    project.edit("layers.ts", `${layer}, ${layer}`, layer);
    project.edit("environments.ts", 'prod: "1.0.0"', 'prod: "2.0.0"');
    expect(await synth()).toMatchObject(refused('There is no release "2.0.0": releases.ts has 1.0.0, 1.1.0.'));
    project.edit("environments.ts", 'prod: "2.0.0"', 'prod: "1.0.0"');
    expect(await backend.calls()).toEqual([]);
  });

  test("promotes by one line: prod gets new versions, and nothing that was there is touched", async () => {
    const before = await backend.profiles();
    project.edit("environments.ts", 'prod: "1.0.0"', 'prod: "1.1.0"');
    const plan = await project.cdktf(...promotion);
    expect(plan).toMatchObject(done("0 to add, 4 to change, 0 to destroy"));
    expect(plan.output).toContain('~ tag = "1.30.9" -> "1.31.5"');
    expect(plan.output).toContain("+ resyncSeconds: 60");
    expect(plan.output).toContain('charts.argo-cd.global.image.tag: "v2.13.1" -> "v2.14.2"');

    await backend.forget();
    expect(await project.cdktf(...promote)).toMatchObject(done("0 added, 4 changed, 0 destroyed"));
    expect(new Set(await writes())).toEqual(new Set(["POST /v1/clusterprofiles"]));
    const after = await backend.profiles();
    // All that was there is as it was, to the letter.
    expect(after.map(content)).toEqual(expect.arrayContaining(before.map(content)));
    const made = after.filter(({ metadata }) => !before.some((old) => old.metadata?.uid === metadata?.uid));
    expect(made.map(title).sort()).toEqual(
      ["aws-infra", "gitops", "ingress", "observability"].map((name) => `prod-${name} 1.1.0`),
    );
  });

  test("goes back by the same line, to the versions that there are", async () => {
    project.edit("environments.ts", 'prod: "1.1.0"', 'prod: "1.0.0"');
    const { status, output } = await project.cdktf("diff", "prod");
    expect({ status, output }).toMatchObject(done("0 to add, 4 to change, 0 to destroy"));
    for (const profile of (await backend.profiles()).filter((each) => isOf(each, "prod"))) {
      const { uid } = profile.metadata ?? {};
      expect(output).toMatch(title(profile).endsWith(" 1.0.0") ? `-> "${uid}"` : `"${uid}" ->`);
    }
  });

  test("tells a cluster of another program the uid of the old version", async () => {
    const readme = readFileSync(join(FOLDER, "README.md"), "utf8");
    const [, program = ""] = /`clusters\.ts`:\n\n```ts\n(.*?)```/s.exec(readme) ?? [];
    project.write("clusters.ts", program);
    const app = "node --import tsx clusters.ts";
    const { status, output } = await project.cdktf("deploy", "--app", app, "--auto-approve");
    const uid = (await held("prod-aws-infra 1.0.0"))?.metadata?.uid;
    expect({ status, output }).toMatchObject(done(`infra_uid = ${uid}`));
  });

  test("leaves nothing in Palette at the end", async () => {
    const { status, output } = await project.cdktf(...destroy);
    expect({ status, output }).toMatchObject(done("4 destroyed"));
    expect(await backend.profiles()).toEqual([]);
    expect(more).toEqual([]);
  });
});

describe("cdktn", () => {
  withServer("cdktn");

  test("deploys an environment, has nothing to change, and leaves nothing", async () => {
    expect(await project.cdktf("deploy", "dev", "--auto-approve")).toMatchObject(done("4 added"));
    expect(await project.cdktf("diff", "dev")).toMatchObject(done("No changes."));
    expect(await project.cdktf("destroy", "dev", "--auto-approve")).toMatchObject(done("4 destroyed"));
    expect(await backend.profiles()).toEqual([]);
  });
});
