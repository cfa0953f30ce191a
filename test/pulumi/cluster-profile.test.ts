import { readFile } from "node:fs/promises";
import { type RunningServer, startServer } from "@palette-profiles/palette-server";
import type { OperationResult } from "../pulumi-engine";
import { type Backend, backendOf } from "../scenarios/backend";
import { addons, argo, certManager, namespaces, nginx } from "../scenarios/profiles";
import { oneProfile, openWorkplace, type Workplace } from "./programs";

jest.setTimeout(60_000);

let server: RunningServer;
let backend: Backend;
let place: Workplace;

beforeEach(async () => {
  server = await startServer();
  backend = await backendOf(server);
  place = await openWorkplace(server);
});
afterEach(async () => {
  await place.close();
  await server.close();
});

const errorsOf = (result: OperationResult) =>
  result.diagnostics.flatMap(({ severity, message }) => (severity === "error" ? message : []));
const stepOf = (result: OperationResult, name = "it") => result.steps.find((step) => step.name === name);

test("the preview of a new profile knows what was written, and not what Palette will give", async () => {
  const exports = "exports.uid = it.uid; exports.version = it.version; exports.id = it.id;";
  const result = await (await place.engine(oneProfile(addons(), exports))).preview();
  expect(errorsOf(result)).toEqual([]);
  expect(result.outputs).toMatchObject({ version: "1.0.0", uid: expect.stringMatching(/^04da6b54-/) });
  expect(await backend.profiles()).toEqual([]);
});

test("one changed leaf is one property in the preview, and a comment is none", async () => {
  await (await place.engine(oneProfile(addons()))).up();
  const leaf = oneProfile(addons({ packs: [argo(3, "# three\n"), certManager, nginx, namespaces] }));
  const changed = stepOf(await (await place.engine(leaf)).preview());
  expect({ op: changed?.op, paths: changed?.diff.map(({ path }) => path) }).toEqual({
    op: "update",
    paths: ["packs[0].values"],
  });
  const comment = oneProfile(addons({ packs: [argo(1, "# one\n"), certManager, nginx, namespaces] }));
  const { steps } = await (await place.engine(comment)).preview();
  expect(steps.map(({ op, diff }) => ({ op, diff }))).toEqual([
    { op: "same", diff: [] },
    { op: "same", diff: [] },
  ]);
});

test("the id names the lineage and stays, while uid follows the version", async () => {
  const exports = "exports.id = it.id; exports.uid = it.uid; exports.versions = it.versions;";
  const first = await (await place.engine(oneProfile(addons(), exports))).up();
  const second = await (await place.engine(oneProfile(addons({ version: "1.1.0" }), exports))).up();
  expect([first.outputs.id, second.outputs.id]).toEqual([
    "project/Default/platform-addons",
    "project/Default/platform-addons",
  ]);
  expect(second.outputs.uid).not.toBe(first.outputs.uid);
  expect(second.outputs.versions).toEqual({ "1.0.0": first.outputs.uid, "1.1.0": second.outputs.uid });
});

test("what depends on a profile's uid waits for it, and is destroyed before it", async () => {
  const program = {
    "index.js": `const { ClusterProfile } = require("@palette-profiles/pulumi");
const base = new ClusterProfile("base", { name: "base", packs: [${JSON.stringify(nginx)}] });
const top = new ClusterProfile("top", { name: "top", description: base.uid, packs: [${JSON.stringify(certManager)}] });
exports.seen = top.description; exports.uid = base.uid;`,
  };
  const engine = await place.engine(program);
  expect((await engine.preview()).outputs.seen).toMatch(/^04da6b54-/);
  const { outputs } = await engine.up();
  expect(outputs.seen).toBe(outputs.uid);
  const { steps } = await engine.destroy();
  expect(steps.map(({ name }) => name)).toEqual(["top", "base", "tried-dev"]);
  expect(await backend.profiles()).toEqual([]);
});

test("a change that Palette cannot make in place replaces the profile, under the name that it has", async () => {
  await (await place.engine(oneProfile(addons({ packs: [nginx] })))).up();
  const [before] = await backend.profiles();
  const engine = await place.engine(oneProfile(addons({ packs: [nginx], cloud: "aws" })));
  expect(stepOf(await engine.preview())).toMatchObject({ op: "replace", replaces: ["cloud"] });
  expect(errorsOf(await engine.up())).toEqual([]);
  const [after, ...others] = await backend.profiles();
  expect(others).toEqual([]);
  expect(after?.metadata?.uid).not.toBe(before?.metadata?.uid);
});

test("refresh shows what somebody changed, at its property, and what is gone", async () => {
  const engine = await place.engine(oneProfile(addons({ packs: [argo(), nginx] })));
  await engine.up();
  expect((await engine.refresh()).steps).toEqual([]);
  await backend.edit("nginx", "charts:\n  nginx:\n    replicas: 9\n");
  const [drift] = (await engine.refresh()).steps;
  expect({ op: drift?.op, diff: drift?.diff }).toEqual({
    op: "refresh",
    diff: [
      {
        path: "packs[1].values",
        kind: "update",
        before: nginx.values,
        after: expect.stringContaining("replicas: 9"),
      },
    ],
  });
  const [repair] = (await engine.preview()).steps.filter(({ name }) => name === "it");
  expect(repair?.diff.map(({ path }) => path)).toEqual(["packs[1].values"]);
  await backend.api.remove((await backend.profiles())[0]?.metadata?.uid ?? "");
  expect((await engine.refresh()).steps.map(({ op }) => op)).toEqual(["gone"]);
});

test("a variable's default is a secret: not in the state, nor in what people see", async () => {
  const variables = [{ name: "token", displayName: "Token", defaultValue: "s3cr3t-canary", isSensitive: true }];
  const program = (value: string) =>
    oneProfile(
      addons({ profileVariables: { variables: [{ ...variables[0]!, defaultValue: value }] } }),
      "exports.vars = it.profileVariables;",
    );
  const engine = await place.engine(program("s3cr3t-canary"));
  const results = [await engine.preview(), await engine.up(), await engine.refresh()];
  results.push(await (await place.engine(program("0ther-canary"))).preview());
  expect(results.flatMap(errorsOf)).toEqual([]);
  expect(results[1]?.secretOutputs).toEqual(["vars"]);
  expect(JSON.stringify(results.map(({ steps, diagnostics }) => [steps, diagnostics]))).not.toContain("canary");
  expect(await readFile(place.state, "utf8")).not.toContain("canary");
  expect(stepOf(results[3]!)?.op).toBe("update");
});

test("bad input fails the preview at its property, for a new profile and for one that exists", async () => {
  const bad = oneProfile(addons({ packs: [certManager, { ...argo(), tag: "7.7.6" }] }));
  const told = 'packs[1].tag: The pack "argo-cd" has no version "7.7.6"';
  expect(errorsOf(await (await place.engine(bad)).preview()).join()).toContain(told);
  await (await place.engine(oneProfile(addons()))).up();
  expect(errorsOf(await (await place.engine(bad)).preview()).join()).toContain(told);
});

test("a mistyped property is told with the right one", async () => {
  const typo = oneProfile({ ...addons(), profile_variables: {} });
  expect(errorsOf(await (await place.engine(typo)).preview()).join()).toContain("Did you mean profileVariables?");
});

test("an update that stops half-way keeps what is there, and the next one converges", async () => {
  await (await place.engine(oneProfile(addons()))).up();
  const next = oneProfile(addons({ packs: [argo(4), certManager, nginx, namespaces] }));
  const route = "/v1/clusterprofiles/{uid}/publish";
  await backend.fault({ match: { method: "PATCH", route }, times: 1, action: { status: 500 } });
  const engine = await place.engine(next);
  expect(errorsOf(await engine.up()).join()).toContain("500");
  expect(stepOf(await engine.preview())?.op).toBe("update");
  expect(errorsOf(await engine.up())).toEqual([]);
  expect((await engine.preview()).steps.map(({ op }) => op)).toEqual(["same", "same"]);
});

test("a profile that is there can be read without being managed", async () => {
  await (await place.engine(oneProfile(addons()))).up();
  const other = await openWorkplace(server);
  const engine = await other.engine({
    "index.js": `const { ClusterProfile } = require("@palette-profiles/pulumi");
const it = ClusterProfile.get("it", "platform-addons:project");
exports.uid = it.uid; exports.layers = it.packs.apply((packs) => packs.map((pack) => pack.name));`,
  });
  const { outputs } = await engine.up();
  expect(outputs).toEqual({
    uid: (await backend.profiles())[0]?.metadata?.uid,
    layers: ["argo-cd", "cert-manager", "nginx", "namespaces"],
  });
  await engine.destroy();
  expect(await backend.profiles()).toHaveLength(1);
  await other.close();
});

test("the engine refuses what it does not support, rather than deploy something else", async () => {
  const files = oneProfile(addons());
  const program = {
    "index.js": files["index.js"]!.replace(/\);\nexports/, ', { replacementTrigger: "x" });\nexports'),
  };
  const result = await (await place.engine(program)).up();
  expect(result.ok).toBe(false);
  expect(errorsOf(result).join()).toContain("does not support replacementTrigger");
});
