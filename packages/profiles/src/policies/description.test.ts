import { UNKNOWN } from "../model/unknown";
import { requireDescription } from "./description";

test("a profile without a description, or with an empty one, is told", () => {
  expect(requireDescription({ name: "a" })).toMatchObject([{ code: "palette-description", path: "description" }]);
  expect(requireDescription({ description: " \n" })).toHaveLength(1);
});

test("a description, also one that is not known yet, will do", () => {
  expect(requireDescription({ description: "GitOps for all clusters" })).toEqual([]);
  expect(requireDescription({ description: UNKNOWN })).toEqual([]);
});
