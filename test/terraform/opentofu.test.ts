import { binaries } from "./binaries";
import { allKinds, each, KINDS } from "./kinds";
import { sharedProject } from "./shared-project";

jest.setTimeout(60_000);

// PALETTE_TERRAFORM=tofu runs every test with OpenTofu; here it is where it is on the PATH, beside Terraform.
describe.each(binaries())("with %s", (binary) => {
  const it = sharedProject(binary);

  test("profiles of each kind are created, changed in place, left alone, forgotten, imported and destroyed", async () => {
    expect(await it.planned(allKinds())).toEqual(each("create"));
    expect(await it.applied(allKinds())).toEqual(each("create"));
    expect(await it.planned(allKinds())).toEqual([]);
    expect(await it.applied(allKinds({ size: 2 }))).toEqual(each("update"));
    const addresses = KINDS.map((kind) => `palette_${kind}_profile.it`);
    expect((await it.project.run("state", "rm", ...addresses)).status).toBe(0);
    const ids = ["addons:project", "shop:project:1.0.0", "palette-enterprise"];
    const imports = addresses.map((to, index) => `import {\n  to = ${to}\n  id = "${ids[index]}"\n}\n`);
    await it.applied(allKinds({ size: 2 }) + imports.join(""));
    expect(await it.planned(allKinds({ size: 2 }))).toEqual([]);
    expect(await it.applied("")).toEqual(each("delete"));
    expect([await it.backend.profiles(), await it.backend.appProfiles()]).toEqual([[], []]);
  });

  test("functions are called", async () => {
    await it.applied(
      'output "merged" {\n  value = provider::palette::merge_values("a: 1 # why\\nb: 2\\n", "b: 3")\n}\n',
    );
    const { stdout } = await it.project.run("output", "-raw", "merged");
    expect(stdout).toBe("a: 1 # why\nb: 3\n");
  });
});
