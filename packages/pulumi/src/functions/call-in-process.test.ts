import * as pulumi from "@pulumi/pulumi";
import {
  getMacrosOutput,
  getPack,
  mergeValues,
  mergeValuesOutput,
  parseVersion,
  renderProfile,
} from "./functions.generated";

const resolved = <T>(output: pulumi.Output<T>) => new Promise<T>((resolve) => output.apply(resolve));

test("a pure function needs no configuration", async () => {
  expect(await mergeValues({ base: "a: 1\n", overrides: { a: 2 } })).toEqual({ result: "a: 2\n" });
  expect((await parseVersion({ version: "1.2" })).result.normalized).toBe("1.2.0");
});

test("outputs may stand in the arguments", async () => {
  const { result } = mergeValuesOutput({ base: pulumi.output("a: 1\n"), overrides: { a: 2 } });
  expect(await resolved(result)).toBe("a: 2\n");
});

test("values of a rendered profile may be objects", async () => {
  const { result } = await renderProfile({ name: "web", packs: [{ name: "nginx", tag: "1.11.4", values: { a: 1 } }] });
  expect(result).toContain('values: "a: 1"');
});

test("what is wrong is told with the function and the argument", async () => {
  await expect(getPack({})).rejects.toThrow(
    "getPack: name: Which pack is not said. Give the pack's name, or the uid of one version. [NoName]",
  );
});

test("a secret among the arguments makes the result one", async () => {
  const { result } = mergeValuesOutput({ base: pulumi.secret("a: 1\n"), overrides: "" });
  expect(await pulumi.isSecret(result)).toBe(true);
});

test("under Pulumi's mocks the test answers, as for functions of a plugin", async () => {
  const calls: pulumi.runtime.MockCallArgs[] = [];
  await pulumi.runtime.setMocks({
    newResource: ({ name, inputs }) => ({ id: name, state: inputs }),
    call(args) {
      calls.push(args);
      return { names: ["DNS"], uid: "uid-1" };
    },
  });
  expect((await getPack({ name: "argo-cd" })).uid).toBe("uid-1");
  expect(await resolved(getMacrosOutput({ context: "tenant" }).names)).toEqual(["DNS"]);
  expect(calls.map(({ token, inputs }) => [token, inputs])).toEqual([
    ["palette:index:getPack", { name: "argo-cd" }],
    ["palette:index:getMacros", { context: "tenant" }],
  ]);
});
