import { buildReview } from "../build";
import { readTerraformPlan } from "../inputs/terraform";
import { golden, readPlan } from "../testing/golden";
import { renderJson } from "./json";
import { renderMarkdown } from "./markdown";
import { renderText } from "./text";

function reviewOf(plan: string) {
  return buildReview(readTerraformPlan(readPlan(plan)));
}

describe.each(["update", "impacts", "sensitive", "formatting", "nothing", "apps", "system"])(
  "the review of the plan %s",
  (plan) => {
    test("as text", () => {
      const text = renderText(reviewOf(plan), { color: false });
      expect(text).toBe(golden(`${plan}.txt`, text));
    });

    test("as Markdown", () => {
      const text = renderMarkdown(reviewOf(plan));
      expect(text).toBe(golden(`${plan}.md`, text));
    });
  },
);

/** Upgrades in three regions, of profiles that clusters use, one of which somebody edited in Palette; a risk is known. */
function risky() {
  const input = readTerraformPlan(readPlan("risky"));
  const clusters = ["prod-eu-1", "prod-eu-2", "prod-eu-3", "stage-eu", "dev-1", "dev-2", "dev-3"];
  const resources = input.resources.map((resource) =>
    resource.address.endsWith("_eu") ? { ...resource, reach: { clusters, templates: ["gold"] } } : resource,
  );
  const known = {
    rule: "cni-replaced",
    reason: "Tried in dev.",
    expires: "2027-01-31",
    place: "palette-review.yaml:3:5",
  };
  return buildReview(
    { resources, notes: ["prod: 2 resources are of no profile."] },
    { today: "2026-11-23", config: { rules: {}, ignore: [known] } },
  );
}

test("a review with risks, reach, drift and notes, as text", () => {
  const text = renderText(risky(), { color: false });
  expect(text).toBe(golden("risky.txt", text));
});

test("a review with risks, reach, drift and notes, as Markdown with a marker", () => {
  const text = renderMarkdown(risky(), { marker: "palette-profiles-review prod" });
  expect(text).toBe(golden("risky.md", text));
});

test("the review as JSON says its version and holds what the text holds", () => {
  const text = renderJson(reviewOf("update"));
  expect(text).toBe(golden("update.json.txt", text));
  expect(JSON.parse(text)).toMatchObject({ schemaVersion: 1, counts: { changes: 15 } });
});

test.each([
  ["impacts", reviewOf("impacts")],
  ["risks", risky()],
])("colour adds escapes and nothing else to %s", (_, review) => {
  const colored = renderText(review, { color: true });
  const ESC = String.fromCharCode(27);
  expect(colored).toContain(`${ESC}[`);
  expect(
    colored
      .split(ESC)
      .map((part, index) => (index === 0 ? part : part.replace(/^\[[0-9;]*m/, "")))
      .join(""),
  ).toBe(renderText(review, { color: false }));
});
