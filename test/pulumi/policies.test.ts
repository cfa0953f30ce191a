import { type ChildProcess, execFile, spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import * as grpc from "@grpc/grpc-js";
import { startServer } from "@palette-profiles/palette-server";
import { ClusterProfile } from "@palette-profiles/pulumi";
import { checkProfile } from "@palette-profiles/pulumi/policies";
import * as pulumi from "@pulumi/pulumi";
import { AnalyzerClient } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import * as proto from "@pulumi/pulumi/proto/analyzer_pb";
import { secret, UNKNOWN } from "../pulumi-engine/properties";
import { empty, fromStruct, toStruct } from "../pulumi-engine/wire";

jest.setTimeout(60_000);

/** The pack that examples/pulumi-policies is, in TypeScript as it is there. */
const PACK = resolve(__dirname, "../../examples/pulumi-policies");
const DYNAMIC = "pulumi-nodejs:dynamic/palette:ClusterProfile";
const CANARY = "canary-51c0";

describe("the pack in the SDK's own process for policies", () => {
  let host: ChildProcess;
  let client: AnalyzerClient;

  beforeAll(async () => {
    const script = createRequire(join(PACK, "package.json")).resolve("@pulumi/pulumi/cmd/run-policy-pack");
    // The engine's address is for logs, of which there are none.
    host = spawn(process.execPath, [script, "127.0.0.1:1", "."], { cwd: PACK, stdio: ["ignore", "pipe", "inherit"] });
    const port = await new Promise<string>((found, failed) => {
      createInterface({ input: host.stdout! }).once("line", found);
      host.once("exit", (code) => failed(new Error(`The pack's process ended with ${code}.`)));
    });
    client = new AnalyzerClient(`127.0.0.1:${port}`, grpc.credentials.createInsecure());
  });
  afterAll(() => {
    client?.close();
    host.kill("SIGKILL");
  });

  const call = async <Response>(
    start: (done: (error: grpc.ServiceError | null, response: Response) => void) => unknown,
  ): Promise<Response> =>
    new Promise((answered, failed) => {
      start((error, response) => (error === null ? answered(response) : failed(error)));
    });

  function request(
    properties: Record<string, unknown>,
    { type = DYNAMIC, protect = false } = {},
  ): proto.AnalyzeRequest {
    const it = new proto.AnalyzeRequest();
    it.setType(type);
    it.setName("it");
    it.setUrn(`urn:pulumi:production::shop::${type}::it`);
    it.setProperties(toStruct(properties));
    const options = new proto.AnalyzerResourceOptions();
    options.setProtect(protect);
    it.setOptions(options);
    return it;
  }

  async function analyze(...args: Parameters<typeof request>) {
    const response = await call<proto.AnalyzeResponse>((done) => client.analyze(request(...args), done));
    return response.getDiagnosticsList().map((one) => ({
      policy: one.getPolicyname(),
      level: one.getEnforcementlevel(),
      message: one.getMessage(),
    }));
  }

  test("it says what it has: every rule, with its level and its options", async () => {
    const info = await call<proto.AnalyzerInfo>((done) => client.getAnalyzerInfo(empty() as never, done));
    expect([info.getName(), info.getSupportsconfig()]).toEqual(["our-profiles", true]);
    const policies = new Map(info.getPoliciesList().map((policy) => [policy.getName(), policy]));
    expect(policies.size).toBe(13);
    const tags = policies.get("palette-required-tags")!;
    expect(tags.getEnforcementlevel()).toBe(proto.EnforcementLevel.REMEDIATE);
    expect(fromStruct(tags.getConfigschema()?.getProperties())).toMatchObject({
      required: { type: "array", default: ["owner"] },
    });
    expect(policies.get("palette-single-replicas")?.getEnforcementlevel()).toBe(proto.EnforcementLevel.DISABLED);
  });

  test("each violation has its level and its place, in both modes, and tells no secret", async () => {
    const profile = {
      name: "base",
      type: "infra",
      version: "1.0.0",
      description: "Base",
      tags: ["owner:platform"],
      packs: [
        { name: "kubernetes", tag: "1.30.x" },
        { name: "web", tag: "1.0.0", values: secret(`auth: {password: ${CANARY}}`) },
      ],
    };
    const dynamic = await analyze(profile);
    expect(dynamic).toEqual([
      {
        policy: "palette-pinned-tags",
        level: proto.EnforcementLevel.MANDATORY,
        message: expect.stringContaining("packs[0].tag: "),
      },
      {
        policy: "palette-clear-secrets",
        level: proto.EnforcementLevel.MANDATORY,
        message: expect.stringContaining("packs[1].values (auth.password): "),
      },
      {
        policy: "palette-protected",
        level: proto.EnforcementLevel.ADVISORY,
        message: expect.stringContaining('"production"'),
      },
    ]);
    expect(JSON.stringify(dynamic)).not.toContain(CANARY);
    expect(await analyze(profile, { type: "palette:index:ClusterProfile" })).toEqual(dynamic);
    const guarded = await analyze(profile, { protect: true });
    expect(guarded.map(({ policy }) => policy)).toEqual(["palette-pinned-tags", "palette-clear-secrets"]);
    expect(await analyze(profile, { type: "aws:eks/cluster:Cluster" })).toEqual([]);
  });

  test("what a preview does not know yet hides nothing that it knows", async () => {
    const packs = [{ name: "kubernetes", tag: "1.30.x", values: UNKNOWN }, UNKNOWN];
    const told = await analyze({ name: "base", version: UNKNOWN, description: UNKNOWN, tags: UNKNOWN, packs });
    expect(told.map(({ policy, message }) => [policy, message.split("\n")[1]?.split(":")[0]])).toEqual([
      ["palette-pinned-tags", "packs[0].tag"],
    ]);
  });

  test("remediation adds the missing tag, and what is a secret or Pulumi's own stays as it is", async () => {
    const properties = { name: "base", tags: ["a", secret("b")], packs: secret([{ name: "a" }]), __provider: "text" };
    const response = await call<proto.RemediateResponse>((done) => client.remediate(request(properties), done));
    const [remediation] = response.getRemediationsList();
    expect(remediation?.getPolicyname()).toBe("palette-required-tags");
    expect(fromStruct(remediation?.getProperties())).toEqual({
      ...properties,
      tags: [...properties.tags, "owner:platform"],
    });
    const fine = { ...properties, tags: ["owner:web"] };
    const none = await call<proto.RemediateResponse>((done) => client.remediate(request(fine), done));
    expect(none.getRemediationsList()).toEqual([]);
  });

  test("no rule is about the stack as a whole", async () => {
    const stack = await call<proto.AnalyzeResponse>((done) =>
      client.analyzeStack(new proto.AnalyzeStackRequest(), done),
    );
    expect(stack.getDiagnosticsList()).toEqual([]);
  });

  test("configuration from outside goes before the code's", async () => {
    const configuration = new proto.ConfigureAnalyzerRequest();
    const tags = new proto.PolicyConfig();
    tags.setEnforcementlevel(proto.EnforcementLevel.ADVISORY);
    tags.setProperties(toStruct({ required: ["cost-center"], defaults: {} }));
    configuration.getPolicyconfigMap().set("palette-required-tags", tags);
    await call((done) => client.configure(configuration, done));
    const [told] = await analyze({ name: "base", version: "1.0.0", description: "Base", tags: ["owner:platform"] });
    expect(told).toMatchObject({ policy: "palette-required-tags", level: proto.EnforcementLevel.ADVISORY });
    expect(told?.message).toContain('There is no tag "cost-center".');
  });
});

test("a unit test of a program finds the same in Pulumi's mocks", async () => {
  const findings: string[] = [];
  await pulumi.runtime.setMocks({
    newResource: ({ type, name, inputs }) => {
      findings.push(...checkProfile({ type, properties: inputs }).map(({ code, path }) => `${code} ${path}`));
      return { id: `${name}-id`, state: { ...inputs, uid: "uid-1" } };
    },
    call: () => ({}),
  });
  const profile = new ClusterProfile("web", {
    name: "web",
    version: "1.0.0",
    description: "Web",
    packs: [{ name: "web", tag: "1.x", overrides: { auth: { password: pulumi.secret(CANARY) } } }],
  });
  const uid = await new Promise((known) => profile.uid.apply(known));
  expect(uid).toBe("uid-1");
  expect(findings).toEqual(["palette-pinned-tags packs[0].tag", "palette-clear-secrets packs[0].overrides"]);
});

if (spawnSync("pulumi", ["version"]).status === 0) {
  test("the pulumi command refuses what a mandatory rule forbids, and writes what remediation adds", async () => {
    const server = await startServer();
    const folder = mkdtempSync(join(tmpdir(), "palette-policies-"));
    const program = join(folder, "program");
    for (const made of [program, join(folder, "backend")]) mkdirSync(made);
    symlinkSync(join(__dirname, "../node_modules"), join(program, "node_modules"));
    writeFileSync(join(program, "Pulumi.yaml"), "name: kept\nruntime: {name: nodejs, options: {typescript: false}}\n");
    const write = (tag: string) =>
      writeFileSync(
        join(program, "index.js"),
        `const { ClusterProfile } = require("@palette-profiles/pulumi");
const it = new ClusterProfile("it", { name: "it", version: "1.0.0", description: "It", packs: [{ name: "argo-cd", tag: "${tag}" }] });
exports.tags = it.tags;`,
      );
    const run = async (...args: string[]): Promise<{ code: number; output: string }> => {
      const env = {
        ...process.env,
        PULUMI_HOME: join(folder, "home"),
        PULUMI_BACKEND_URL: `file://${join(folder, "backend")}`,
        PULUMI_CONFIG_PASSPHRASE: "test",
        PULUMI_SKIP_UPDATE_CHECK: "true",
        SPECTROCLOUD_HOST: server.url,
        SPECTROCLOUD_APIKEY: server.apiKey,
      };
      return await new Promise((done) => {
        execFile("pulumi", [...args, "--non-interactive"], { cwd: program, env }, (error, stdout, stderr) => {
          done({ code: error === null ? 0 : 1, output: `${stdout}\n${stderr}` });
        });
      });
    };
    try {
      expect(await run("stack", "init", "dev")).toMatchObject({ code: 0 });
      write("7.8.x");
      const refused = await run("up", "--yes", "--skip-preview", "--policy-pack", PACK);
      expect(refused).toMatchObject({ code: 1, output: expect.stringMatching(/\[mandatory\] +palette-pinned-tags/) });
      write("7.8.2");
      expect(await run("up", "--yes", "--skip-preview", "--policy-pack", PACK)).toMatchObject({ code: 0 });
      expect(JSON.parse((await run("stack", "output", "tags")).output)).toEqual(["owner:platform"]);
      expect(await run("preview", "--expect-no-changes", "--policy-pack", PACK)).toMatchObject({ code: 0 });
    } finally {
      rmSync(folder, { recursive: true, force: true });
      await server.close();
    }
  });
}
