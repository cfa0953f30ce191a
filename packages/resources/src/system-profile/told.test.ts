import { tellConflictText } from "./told";

const told = (path: string, live: unknown, wanted: unknown) =>
  tellConflictText({ layer: "kubernetes", part: "values", path, base: undefined, live, wanted }).detail;

it("tells both sides of a conflict, and where", () => {
  const detail = told("pack.podCIDR", "10.1.0.0/16", "10.2.0.0/16");
  expect(detail).toContain('Layer "kubernetes", pack.podCIDR');
  expect(detail).toContain("Palette has 10.1.0.0/16 now, and here it is 10.2.0.0/16");
  expect(told("certSANs", ["a", "b"], undefined)).toContain('Palette has ["a","b"] now, and here it is nothing');
});

it.each([
  ["auth.adminPassword", "canary", "canary"],
  ["registry", { user: "u", password: "canary" }, "x"],
  ["env", [{ name: "DB_PASSWORD", value: "canary" }], []],
  ["", "password: canary\nuser: u\n", "user: u\npassword: canary"],
])("shows no secret at %j", (path, live, wanted) => {
  expect(told(path, live, wanted)).not.toContain("canary");
});
