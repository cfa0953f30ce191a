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

test("the review as JSON says its version and holds what the text holds", () => {
  const text = renderJson(reviewOf("update"));
  expect(text).toBe(golden("update.json.txt", text));
  expect(JSON.parse(text)).toMatchObject({ schemaVersion: 1, counts: { changes: 15 } });
});

test("colour adds escapes and nothing else", () => {
  const review = reviewOf("impacts");
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
