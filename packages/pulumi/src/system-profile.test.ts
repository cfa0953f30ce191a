import * as pulumi from "@pulumi/pulumi";
import { SystemProfile } from "./system-profile";

const registered: pulumi.runtime.MockResourceArgs[] = [];

beforeAll(async () => {
  await pulumi.runtime.setMocks({
    call: () => ({}),
    newResource(args) {
      registered.push(args);
      return {
        id: args.id || "enterprise-cluster",
        state: { ...args.inputs, uid: "uid-1", lastApplied: "{}", previousLayers: "layers: []" },
      };
    },
  });
});
beforeEach(() => {
  registered.length = 0;
});

const resolved = <T>(output: pulumi.Output<T>) => new Promise<T>((resolve) => output.apply(resolve));

test("a program can be tested with Pulumi's own mocks, and writes overrides as an object", async () => {
  const profile = new SystemProfile("enterprise", {
    name: "enterprise-cluster",
    packs: [{ name: "kubernetes", overrides: { pack: { podCIDR: "10.100.0.0/16" } } }],
  });
  expect(await resolved(profile.uid)).toBe("uid-1");
  expect(registered).toMatchObject([{ type: "pulumi-nodejs:dynamic/palette:SystemProfile", name: "enterprise" }]);
  expect((await resolved(profile.packs))?.[0]?.overrides).toBe("pack:\n  podCIDR: 10.100.0.0/16\n");
});

test("what is kept of the layers for a way back and for merging is secret", async () => {
  const merged = jest.spyOn(pulumi, "mergeOptions");
  const profile = new SystemProfile("enterprise", { name: "enterprise-cluster" }, { protect: true });
  expect(merged).toHaveBeenCalledWith(
    { protect: true },
    { additionalSecretOutputs: ["previousLayers", "lastApplied"] },
  );
  merged.mockRestore();
  expect(await resolved(profile.uid)).toBe("uid-1");
});

test("the profile as it is is read by its name", async () => {
  const profile = SystemProfile.get("enterprise", "enterprise-cluster");
  expect(await resolved(profile.id)).toBe("enterprise-cluster");
  expect(registered).toMatchObject([{ id: "enterprise-cluster" }]);
});
