import { UNKNOWN } from "../model/unknown";
import { limitScope } from "./scope";

test("a tenant's profile is told unless it is listed", () => {
  const shared = { name: "base", context: "tenant" };
  expect(limitScope(shared, { tenantProfiles: [] })).toMatchObject([
    { path: "context", message: 'The profile "base" is the whole tenant\'s.' },
  ]);
  expect(limitScope(shared, { tenantProfiles: ["base"], projects: ["dev"] })).toEqual([]);
  expect(limitScope({ name: "base", context: UNKNOWN }, { tenantProfiles: [] })).toEqual([]);
});

test("where projects are listed a profile names one of them", () => {
  const options = { tenantProfiles: [], projects: ["dev", "staging"] };
  const told = (profile: object) => limitScope({ ...profile }, options).map(({ message, fix }) => `${message} ${fix}`);
  expect(told({ project: "dev" })).toEqual([]);
  expect(told({ project: UNKNOWN })).toEqual([]);
  expect(told({ project: "Default" })).toEqual(['The project "Default" is not allowed. Write dev or staging.']);
  expect(told({})).toEqual(["The profile names no project, so it is in the stack's. Write dev or staging."]);
});

test("without the option every project is allowed", () => {
  expect(limitScope({ project: "any" }, { tenantProfiles: [] })).toEqual([]);
});
