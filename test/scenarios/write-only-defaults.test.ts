import { type RunningServer, startServer } from "@palette-profiles/palette-server";
import { type AnyValues, apply, formatPath, plan, type Resource, read } from "@palette-profiles/resource-kit";
import { type Palette, palette } from "@palette-profiles/resources";
import { openRecorder } from "../peer-defects/recorder";
import { type Backend, backendOf } from "./backend";
import type { VariableConfig } from "./door";
import { addons, nginx } from "./profiles";

interface Variable extends VariableConfig {
  defaultValueWo?: string;
  defaultValueWoVersion?: number;
}

const [resource] = palette.resources as [Resource<Palette>];
const signal = new AbortController().signal;
const CANARY = "wo-canary";
const uses = (name: string) => ({ ...nginx, values: `charts:\n  nginx:\n    token: '{{.spectro.var.${name}}}'\n` });
const token = (more: Partial<Variable> = {}): Variable => ({
  name: "token",
  displayName: "Token",
  isSensitive: true,
  immutable: true,
  defaultValueWo: `${CANARY}-1`,
  defaultValueWoVersion: 1,
  ...more,
});
const config = (variables: Variable[], more: AnyValues = {}): AnyValues => ({
  ...addons({ packs: [uses("token")] }),
  profileVariables: { variables },
  ...more,
});

let server: RunningServer;
let backend: Backend;
let recorder: Awaited<ReturnType<typeof openRecorder>>;
beforeEach(async () => {
  server = await startServer();
  backend = await backendOf(server);
  recorder = await openRecorder(server.url);
});
afterEach(async () => {
  await recorder.close();
  await server.close();
});

/** One profile, planned and applied by the kit; nothing that the kit gives may hold the canary. */
function stack() {
  const context = palette.configure(
    {},
    { SPECTROCLOUD_HOST: recorder.url, SPECTROCLOUD_APIKEY: server.apiKey, SPECTROCLOUD_PROJECT: server.project },
  );
  const run = { context, signal };
  let state: AnyValues | undefined;
  const clean = <T>(it: T): T => {
    expect(JSON.stringify(it)).not.toContain(CANARY);
    return it;
  };
  const planned = async (wanted: AnyValues) => {
    state = state && clean(await read(resource, state, run));
    return clean(await plan(resource, { prior: state, config: wanted, ...run }));
  };
  const tried = async (wanted: AnyValues) => {
    const it = await planned(wanted);
    const done = clean(await apply(resource, { prior: state, planned: it.planned, config: wanted, ...run }));
    state = done.state;
    return { ...done, diagnostics: [...it.diagnostics, ...done.diagnostics] };
  };
  return {
    tried,
    changes: async (wanted: AnyValues) => (await planned(wanted)).changes.map(({ path }) => formatPath(path)),
    refused: async (wanted: AnyValues) =>
      (await planned(wanted)).diagnostics.filter(({ severity }) => severity === "error").map(({ code }) => code),
    async applied(wanted: AnyValues): Promise<AnyValues> {
      const { diagnostics } = await tried(wanted);
      expect(diagnostics.filter(({ code }) => code !== "TakesOver")).toEqual([]);
      expect((await planned(wanted)).changes).toEqual([]);
      return state!;
    },
    async imported(id: string): Promise<void> {
      state = clean(await read(resource, await resource.import!.find(id, run), run));
    },
  };
}

/** The variables that were sent since it was last asked, name and default, by call: Palette itself shows no default. */
function sent(): string[] {
  return recorder.sent.splice(0).flatMap(({ method, path, body }) => {
    const { variables, spec } = (body ?? {}) as {
      variables?: VariableConfig[];
      spec?: { variables?: VariableConfig[] };
    };
    const list = variables ?? spec?.variables;
    if (method === "GET" || list === undefined) return [];
    const defaults = list.map(({ name, defaultValue }) => `${name}=${defaultValue}`).join(" ");
    return [`${method} ${path.split("/").at(-1)?.replace(/\?.*/, "")} ${defaults}`];
  });
}

const hold = async () => {
  const [profile] = await backend.profiles();
  const uid = profile?.metadata?.uid ?? "";
  return { uid, variables: (await backend.api.variables(uid)).variables ?? [] };
};

test("is sent with the profile, is in no plan and no state, and another value alone is no change", async () => {
  const { applied, changes } = stack();
  await applied(config([token()]));
  expect(sent()).toEqual([`POST clusterprofiles token=${CANARY}-1`]);
  expect((await hold()).variables).toMatchObject([{ name: "token", defaultValue: "********" }]);
  expect(await changes(config([token({ defaultValueWo: `${CANARY}-2` })]))).toEqual([]);
});

test("is sent again when its version changes, and nothing else is", async () => {
  const { applied, changes } = stack();
  await applied(config([token()]));
  recorder.sent.length = 0;
  const raised = config([token({ defaultValueWo: `${CANARY}-2`, defaultValueWoVersion: 2 })]);
  expect(await changes(raised)).toEqual(["profileVariables.variables.token.defaultValueWoVersion"]);
  expect(await applied(raised)).toMatchObject({ profileVariables: { variables: [{ defaultValueWoVersion: 2 }] } });
  expect(recorder.sent.filter(({ method }) => method !== "GET")).toHaveLength(1);
  expect(sent()).toEqual([`PUT variables token=${CANARY}-2`]);
});

test("goes along with any change of the variables, which are written as a whole, and with no other change", async () => {
  const { applied } = stack();
  await applied(config([token()]));
  sent();
  await applied(
    config([token()], {
      tags: ["a"],
      packs: [{ ...uses("token"), tag: "1.11.4", values: "a: '{{.spectro.var.token}}'" }],
    }),
  );
  expect(sent()).toEqual([]);
  await applied(config([token({ displayName: "The token" })], { tags: ["a"] }));
  expect(sent().at(-1)).toBe(`PUT variables token=${CANARY}-1`);
});

test("is cleared where it is left out with its version", async () => {
  const { applied } = stack();
  await applied(config([token({ immutable: false })]));
  sent();
  await applied(config([{ name: "token", displayName: "Token", isSensitive: true }]));
  expect(sent()).toEqual(["PUT variables token=undefined"]);
  expect((await hold()).variables).toMatchObject([{ name: "token", defaultValue: "" }]);
});

test("is not sent for a variable on its way out", async () => {
  const { applied } = stack();
  await applied(config([token()]));
  sent();
  await applied(config([{ name: "other", displayName: "Other", defaultValue: "1" }], { packs: [uses("other")] }));
  expect(sent()).toEqual(["PUT variables other=1 token=undefined", "PUT variables other=1"]);
});

test("goes into no other version: not at a rename, and not into one that comes back", async () => {
  const { applied } = stack();
  await applied(config([token()], { version: "1.0.0" }));
  const second = [token({ defaultValueWo: `${CANARY}-2`, defaultValueWoVersion: 2 })];
  await applied(config(second, { version: "2.0.0" }));
  expect(sent()).toEqual([`POST clusterprofiles token=${CANARY}-1`, `POST clusterprofiles token=${CANARY}-2`]);
  await applied(config(second, { version: "2.0.0", name: "renamed" }));
  expect(sent()).toEqual([]);
  await applied(config([token()], { version: "1.0.0", name: "renamed" }));
  await applied(config(second, { version: "2.0.0", name: "renamed", immutableVersions: true }));
  expect(sent()).toEqual([]);
});

test("goes into a version that comes back where its own version is raised", async () => {
  const { applied } = stack();
  await applied(config([token()], { version: "1.0.0" }));
  await applied(config([token()], { version: "2.0.0" }));
  sent();
  const raised = config([token({ defaultValueWo: `${CANARY}-3`, defaultValueWoVersion: 3 })], { version: "1.0.0" });
  await applied(raised);
  expect(sent()).toEqual([`PUT variables token=${CANARY}-3`]);
});

test("makes sure of itself in a profile that is taken over, and shows nothing where that is refused", async () => {
  await stack().applied(config([token({ defaultValueWo: `${CANARY}-old` })]));
  sent();
  const { applied, refused } = stack();
  expect(await refused(config([token({ immutable: false })], { adopt: true }))).toEqual(["DifferentContent"]);
  await applied(config([token()], { adopt: true }));
  expect(sent()).toEqual([`PUT variables token=${CANARY}-1`]);
});

test("is written after an import, which cannot know it", async () => {
  await stack().applied(config([token()]));
  sent();
  const { imported, applied } = stack();
  await imported(`${(await hold()).uid}:project`);
  await applied(config([token()]));
  expect(sent()).toEqual([`PUT variables token=${CANARY}-1`]);
});

test("is in no state of an update that failed half-way, and is sent by the next", async () => {
  const { applied, tried } = stack();
  await applied(config([token()]));
  sent();
  const more = { packs: [{ ...uses("token"), values: "b: '{{.spectro.var.token}}'" }] };
  const raised = config([token({ defaultValueWo: `${CANARY}-2`, defaultValueWoVersion: 2 })], more);
  const route = "/v1/clusterprofiles/{uid}/publish";
  await backend.fault({ match: { method: "PATCH", route }, action: { status: 422 } });
  expect((await tried(raised)).diagnostics).toHaveLength(1);
  sent();
  await applied(raised);
  expect(sent()).toEqual([`PUT variables token=${CANARY}-2`]);
});

test("stays out of the state where somebody made Palette show it, and the plan says that", async () => {
  const { applied, changes } = stack();
  await applied(config([token()]));
  const { uid, variables } = await hold();
  const shown = variables.map((it) => ({ ...it, isSensitive: false, defaultValue: `${CANARY}-shown` }));
  await backend.api.setVariables(uid, { variables: shown });
  sent();
  expect(await changes(config([token()]))).toEqual(["profileVariables.variables.token.isSensitive"]);
  await applied(config([token()]));
  expect(sent()).toEqual([`PUT variables token=${CANARY}-1`]);
});

test("is not written again into a version that never changes", async () => {
  const { applied, refused } = stack();
  await applied(config([token()], { immutableVersions: true }));
  sent();
  const raised = [token({ defaultValueWo: `${CANARY}-2`, defaultValueWoVersion: 2 })];
  expect(await refused(config(raised, { immutableVersions: true }))).toEqual(["ImmutableVersion"]);
  await applied(config(raised, { immutableVersions: true, version: "2.0.0" }));
  expect(sent()).toEqual([`POST clusterprofiles token=${CANARY}-2`]);
});
