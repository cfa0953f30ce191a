import * as pulumi from "@pulumi/pulumi";
import { ClusterProfile } from "./cluster-profile";

const registered: pulumi.runtime.MockResourceArgs[] = [];

beforeAll(async () => {
  await pulumi.runtime.setMocks({
    call: () => ({}),
    newResource(args) {
      registered.push(args);
      return { id: "project/Default/platform", state: { ...args.inputs, uid: "uid-1" } };
    },
  });
});

const resolved = <T>(output: pulumi.Output<T>) => new Promise<T>((resolve) => output.apply(resolve));

test("a program can be tested with Pulumi's own mocks", async () => {
  const profile = new ClusterProfile("platform", { name: "platform", packs: [{ name: "argo-cd", tag: "7.7.5" }] });
  expect(await resolved(profile.uid)).toBe("uid-1");
  expect(await resolved(profile.packs)).toEqual([{ name: "argo-cd", tag: "7.7.5" }]);
  const [args] = registered;
  expect(args).toMatchObject({ type: "pulumi-nodejs:dynamic/palette:ClusterProfile", name: "platform" });
});

test("a property that the program leaves out is still an output", async () => {
  const profile = new ClusterProfile("plain", { name: "plain" });
  expect(pulumi.Output.isInstance(profile.versions)).toBe(true);
  expect(await resolved(profile.description)).toBeUndefined();
});
