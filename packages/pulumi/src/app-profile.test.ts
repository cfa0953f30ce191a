import * as pulumi from "@pulumi/pulumi";
import { AppProfile } from "./app-profile";
import * as tiers from "./tiers";

const registered: pulumi.runtime.MockResourceArgs[] = [];

beforeAll(async () => {
  await pulumi.runtime.setMocks({
    call: () => ({}),
    newResource(args) {
      registered.push(args);
      return { id: args.id || "project/Default/shop", state: { ...args.inputs, uid: "uid-1" } };
    },
  });
});
beforeEach(() => {
  registered.length = 0;
});

const resolved = <T>(output: pulumi.Output<T>) => new Promise<T>((resolve) => output.apply(resolve));

test("a program can be tested with Pulumi's own mocks", async () => {
  const profile = new AppProfile("shop", {
    name: "shop",
    tiers: [{ name: "db", type: "operator-instance", packName: "redis-operator", tag: "6.2.19-1" }],
  });
  expect(await resolved(profile.uid)).toBe("uid-1");
  expect(registered).toMatchObject([{ type: "pulumi-nodejs:dynamic/palette:AppProfile", name: "shop" }]);
});

test("sensitive properties are secrets, also where they are given as plain texts", async () => {
  const profile = new AppProfile("shop", {
    name: "shop",
    tiers: [{ name: "db", type: "operator-instance", sensitiveProperties: { userPassword: "eA==" } }],
  });
  expect(await pulumi.isSecret(profile.tiers)).toBe(true);
});

test("the values of a tier may be an object, with outputs inside", async () => {
  const profile = new AppProfile("shop", {
    name: "shop",
    tiers: [{ name: "web", type: "helm", values: { image: { tag: pulumi.output("1.0.0") }, on: "yes" } }],
  });
  const [tier] = await resolved(profile.tiers);
  expect(tier?.values).toBe('image:\n  tag: 1.0.0\n"on": "yes"\n');
});

test("a typed tier is registered as the plain shape, its container as YAML", async () => {
  const profile = new AppProfile("shop", {
    name: "shop",
    tiers: [tiers.container({ name: "api", image: pulumi.interpolate`example/api:${pulumi.output("1.0.0")}` })],
  });
  const [tier] = await resolved(profile.tiers);
  expect(Object.keys(tier ?? {}).sort()).toEqual(["name", "type", "values"]);
  expect(tier?.values).toContain("image: example/api:1.0.0\n");
});

test("a profile that exists is read by the id that an import takes", async () => {
  const profile = AppProfile.get("shop", "shop:project:1.2.0");
  expect(await resolved(profile.id)).toBe("shop:project:1.2.0");
  expect(registered).toMatchObject([{ id: "shop:project:1.2.0" }]);
});
