import * as pulumi from "@pulumi/pulumi";
import * as dynamic from "../index";
import * as native from "./index";
import { version } from "./version";

const registered: pulumi.runtime.MockResourceArgs[] = [];
const calls: pulumi.runtime.MockCallArgs[] = [];

beforeAll(async () => {
  await pulumi.runtime.setMocks({
    call(args) {
      calls.push(args);
      return { names: ["Default"], result: "a: 2\n" };
    },
    newResource(args) {
      registered.push(args);
      return { id: args.id || "project/Default/platform", state: { ...args.inputs, uid: "uid-1" } };
    },
  });
});
beforeEach(() => {
  registered.length = 0;
  calls.length = 0;
});

const resolved = <T>(output: pulumi.Output<T>) => new Promise<T>((resolve) => output.apply(resolve));

test.each([
  ["ClusterProfile", dynamic.ClusterProfile, native.ClusterProfile],
  ["AppProfile", dynamic.AppProfile, native.AppProfile],
  ["SystemProfile", dynamic.SystemProfile, native.SystemProfile],
])("a %s takes what the dynamic one takes, and is registered with the plugin", async (kind, Dynamic, Native) => {
  const args = { name: "platform", tiers: [] };
  await resolved(new Dynamic("it", args).urn);
  const profile = new Native("it", args);
  expect(await resolved(profile.uid)).toBe("uid-1");
  const [inDynamic, inNative] = registered;
  expect(inNative).toMatchObject({ type: `palette:index:${kind}`, name: "it", custom: true });
  const { __provider, __urn, ...inputs } = inDynamic?.inputs ?? {};
  expect(inNative?.inputs).toEqual(inputs);
});

test("values may be objects, and defaults of variables are secrets", async () => {
  const profile = new native.ClusterProfile("it", {
    name: "platform",
    packs: [{ name: "argo-cd", tag: "7.8.2", values: { replicas: pulumi.output(2) } }],
    profileVariables: { variables: [{ name: "a", displayName: "A", defaultValue: "canary" }] },
  });
  expect((await resolved(profile.packs))?.[0]?.values).toBe("replicas: 2\n");
  expect(await pulumi.isSecret(profile.profileVariables)).toBe(true);
});

test("a profile that exists is read by what an import takes", async () => {
  expect(await resolved(native.AppProfile.get("shop", "shop:project").id)).toBe("shop:project");
  expect(registered).toMatchObject([{ type: "palette:index:AppProfile", id: "shop:project" }]);
});

test("a provider takes its settings as texts, and keeps those secret that are", async () => {
  const europe = new native.Provider("europe", { host: "palette.example.com", apiKey: "canary", retryAttempts: 8 });
  await resolved(europe.urn);
  const [{ type, inputs } = { type: "", inputs: {} }] = registered;
  expect(type).toBe("pulumi:providers:palette");
  expect(inputs).toMatchObject({ host: "palette.example.com", retryAttempts: "8" });
  await resolved(new native.ClusterProfile("it", { name: "platform" }, { provider: europe }).urn);
  expect(registered.at(-1)?.provider).toContain("pulumi:providers:palette::europe");
});

test("functions are the plugin's, by themselves and with outputs", async () => {
  expect((await native.getProjects()).names).toEqual(["Default"]);
  const merged = native.mergeValuesOutput({ base: pulumi.output("a: 1"), overrides: { a: 2 } });
  expect(await resolved(merged.result)).toBe("a: 2\n");
  expect(calls.map(({ token, inputs }) => [token, inputs])).toEqual([
    ["palette:index:getProjects", {}],
    ["palette:index:mergeValues", { base: "a: 1", overrides: { a: 2 } }],
  ]);
});

test("the plugin of this package's version is asked for", () => {
  expect(version).toMatch(/^\d+\.\d+\.\d+/);
});

test("both modes give the same functions and helpers", () => {
  const { Provider, ...shared } = native;
  expect(Provider).toBeDefined();
  expect(Object.keys(dynamic)).toEqual(expect.arrayContaining(Object.keys(shared)));
});
