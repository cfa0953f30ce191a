test("a program loads no resource, no client and no server: these run in Pulumi's plugin process", () => {
  for (const heavy of ["resources", "palette-api", "resource-kit"]) {
    jest.doMock(`@palette-profiles/${heavy}`, () => {
      throw new Error(`@palette-profiles/${heavy} was loaded`);
    });
  }
  const exported = jest.requireActual<Record<string, unknown>>("./index");
  expect(Object.keys(exported).sort()).toEqual(["AppProfile", "ClusterProfile", "SystemProfile", "tiers"]);
});
