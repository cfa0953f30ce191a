import type { RiskContext } from "../risk-rule";
import { systemProfileTouched } from "./system-profile-touched";

const context: RiskContext = {
  kind: "system",
  impact: "update",
  layers: [],
  changes: [{ path: "version", kind: "change" }],
};

test("A change and an adoption of a system profile are told", () => {
  expect(systemProfileTouched.find(context, {})).toEqual([{ message: "A system profile changes." }]);
  expect(systemProfileTouched.find({ ...context, impact: "adopt", changes: [] }, {})).toEqual([
    { message: "A system profile is adopted." },
  ]);
});

test("Other profiles, and a system profile that stays as it is, are not", () => {
  expect(systemProfileTouched.find({ ...context, kind: "cluster" }, {})).toEqual([]);
  expect(systemProfileTouched.find({ ...context, impact: "no-op", changes: [] }, {})).toEqual([]);
  expect(systemProfileTouched.find({ ...context, impact: "forget" }, {})).toEqual([]);
});
