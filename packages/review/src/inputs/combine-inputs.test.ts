import { buildReview } from "../build";
import { readPlan } from "../testing/golden";
import { combineInputs } from "./combine-inputs";
import { readTerraformPlan } from "./terraform";

test("inputs of several stacks are one, with the stack at each resource and note", () => {
  const input = readTerraformPlan(readPlan("drift"));
  const combined = combineInputs([{ stack: "dev", input }, { stack: "prod", input }, { input: { resources: [] } }]);
  const review = buildReview(combined);
  expect(new Set(review.resources.map(({ stack }) => stack))).toEqual(new Set(["dev", "prod"]));
  expect(review.resources).toHaveLength(2 * input.resources.length);
  expect(review.notes[0]).toMatch(/^dev: palette_cluster_profile\.outside was deleted/);
});
