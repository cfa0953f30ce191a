import { UNKNOWN } from "@palette-profiles/resource-kit";
import { type Palette, palette } from "@palette-profiles/resources";
import { invokeFunction } from "./invoke";
import { servedFunctions } from "./served-functions";

const noRun = () => {
  throw new Error("a backend was asked for");
};
const invoked = (name: string, args: Record<string, unknown>, run: () => never = noRun) =>
  invokeFunction({ token: `palette:index:${name}`, args, run });

test("every data source and every function of the provider can be called", () => {
  expect(Object.keys(servedFunctions)).toEqual([
    ...palette.dataSources.map(({ type }) =>
      expect.stringMatching(new RegExp(`^get${type.replaceAll("_", "")}$`, "i")),
    ),
    "mergeValues",
    "diffValues",
    "renderProfile",
    "parseVersion",
  ]);
});

describe("a pure function", () => {
  test("gives its result without a backend", async () => {
    expect(await invoked("parseVersion", { version: "1.2" })).toMatchObject({
      result: { result: { normalized: "1.2.0" } },
      secrets: [],
    });
    expect(await invoked("diffValues", { before: "a: 1", after: "a: 2" })).toMatchObject({
      result: { result: ["~ a: 1 -> 2"] },
    });
    for (const overrides of ["a: 2", { a: 2 }]) {
      expect(await invoked("mergeValues", { base: "a: 1\n", overrides })).toMatchObject({
        result: { result: "a: 2\n" },
      });
    }
  });

  test("takes a profile by Pulumi's names, also as a resource gives it", async () => {
    const packs = [
      { name: "nginx", tag: "1.11.x", resolvedTag: "1.11.4", registryName: "Public Repo", values: "a: 1" },
    ];
    const profileVariables = { variables: [{ name: "size", displayName: "Size", defaultValue: "3" }] };
    const rendered = await invoked("renderProfile", { name: "web", packs, profileVariables });
    expect(rendered).toMatchObject({
      result: { result: expect.stringContaining("tag: 1.11.x\n        version: 1.11.4\n") },
    });
    expect(rendered).toMatchObject({ result: { result: expect.stringContaining("displayName: Size") } });
  });

  test("says which argument it cannot use", async () => {
    expect(await invoked("mergeValues", { base: "- a", overrides: "b: 1" })).toMatchObject({
      failures: [{ property: "base" }],
    });
    expect(await invoked("mergeValues", { base: "a: 1" })).toEqual({
      failures: [{ property: "overrides", reason: "The argument is missing. Give it a value. [MissingProperty]" }],
    });
    expect(await invoked("renderProfile", { name: "web", packs: [{ tag: "1.0.0" }] })).toMatchObject({
      failures: [{ property: "packs[0].name" }],
    });
    expect(await invoked("renderProfile", { name: "web", version: "1.2.3.4" })).toMatchObject({
      failures: [{ property: "", reason: expect.stringContaining("1.2.3.4") }],
    });
  });

  test("is not called with what is not known yet", async () => {
    expect(await invoked("mergeValues", { base: UNKNOWN, overrides: {} })).toMatchObject({
      failures: [{ property: "base", reason: expect.stringContaining("[UnknownArgument]") }],
    });
  });
});

describe("a data source", () => {
  test("is not read where its arguments are wrong", async () => {
    expect(await invoked("getPack", { nmae: "x", withReadme: "yes" })).toMatchObject({
      failures: [{ property: "nmae" }, { property: "withReadme" }, { property: "name" }],
    });
    expect(await invoked("getProject", { name: "a", uid: "b" })).toMatchObject({
      failures: [{ property: "uid", reason: expect.stringContaining("[TwoNames]") }],
    });
  });

  test("gives the backend's id as uid, and names what is a secret", async () => {
    const run = () => ({ context: macrosOf({ DNS: "canary" }), signal: new AbortController().signal });
    const token = "palette:index:getMacros";
    expect(await invokeFunction({ token, args: { macroName: "DNS" }, run })).toEqual({
      result: { names: ["DNS"], macrosMap: { DNS: "canary" }, macroName: "DNS", macroValue: "canary" },
      secrets: ["macrosMap", "macroValue"],
    });
    expect(await invokeFunction({ token, args: { macroName: "DSN" }, run })).toMatchObject({
      failures: [{ property: "macroName", reason: expect.stringContaining('Did you mean "DNS"') }],
    });
    expect(servedFunctions.getProject?.results).toHaveProperty("id");
    const projects = { lookups: { projectUid: async () => "uid-1" } } as unknown as Palette;
    expect(
      await invokeFunction({
        token: "palette:index:getProject",
        args: { name: "Payments" },
        run: () => ({ context: projects, signal: new AbortController().signal }),
      }),
    ).toEqual({ result: { name: "Payments", uid: "uid-1" }, secrets: [] });
  });
});

test("a function that there is not is told, with the nearest one", async () => {
  await expect(invoked("getPakc", {})).rejects.toThrow(
    "This package has no function palette:index:getPakc. Did you mean getPack? [UnknownFunction]",
  );
});

/** A Palette whose tenant has these macros. */
function macrosOf(values: Record<string, string>): Palette {
  const macros = Object.entries(values).map(([name, value]) => ({ name, value }));
  const client = {
    send: async ({ path }: { path: string }) => (path.endsWith("/info") ? { tenantUid: "t" } : { macros }),
  };
  return { client, project: "Default" } as unknown as Palette;
}
