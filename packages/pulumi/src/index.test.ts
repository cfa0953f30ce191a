test("a program loads no resource and no client, which run in Pulumi's plugin process, and no YAML before it needs some", () => {
  for (const heavy of ["resources", "palette-api", "resource-kit", "profiles"]) {
    jest.doMock(`@palette-profiles/${heavy}`, () => {
      throw new Error(`@palette-profiles/${heavy} was loaded`);
    });
  }
  const exported = jest.requireActual<Record<string, unknown>>("./index");
  const functions = Object.keys(exported).filter((name) => /^(get|merge|diff|render|parse)/.test(name));
  expect(functions).toContain("getPackOutput");
  expect(
    Object.keys(exported)
      .filter((name) => !functions.includes(name))
      .sort(),
  ).toEqual([
    "AppProfile",
    "ClusterProfile",
    "PlatformStack",
    "ProfileSet",
    "SystemProfile",
    "helmChart",
    "manifest",
    "pack",
    "reference",
    "tiers",
    "variable",
  ]);
});
