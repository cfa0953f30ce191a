import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { buildReview } from "../../build";
import { readTerraformPlan } from "../../inputs/terraform";
import { readPlan } from "../../testing/golden";
import { riskyReview } from "../machine/risky-review.test-support";
import { CLIENT, STYLE } from "./assets.generated";
import { renderHtml } from "./render-html";

const pageOf = (plan: string) => renderHtml(buildReview(readTerraformPlan(readPlan(plan))));
const textOf = (page: string) => page.replace(/<(style|script)>.*?<\/\1>/gs, "").replace(/<[^>]*>/g, "");

test("The style sheet and the script are those beside it: else run packages/review/scripts/generate-html-assets.mjs", () => {
  const asset = (file: string) => readFileSync(path.join(__dirname, "assets", file), "utf8");
  expect([STYLE, CLIENT]).toEqual([asset("style.css"), asset("client.js")]);
});

test("The policy lets the page's own script and style in, by their hashes, and nothing else", () => {
  const page = pageOf("update");
  const [, policy] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)!;
  for (const tag of ["style", "script"]) {
    const [, text] = new RegExp(`<${tag}>(.*?)</${tag}>`, "s").exec(page)!;
    expect(policy).toContain(`${tag}-src &#39;sha256-${createHash("sha256").update(text!).digest("base64")}&#39;`);
  }
  expect(policy).toContain("default-src &#39;none&#39;");
  expect(policy).not.toMatch(/unsafe|\*|https?:/);
});

test("Neither style nor script names a place in the network", () => {
  expect(STYLE + CLIENT).not.toMatch(/https?:|\/\/[a-z]|@import|url\(|fetch\(|localStorage|innerHTML/i);
});

test.each(["update", "impacts", "apps", "system", "formatting", "nothing"])(
  "The page of the plan %s tells each profile and each change of it",
  (plan) => {
    const review = buildReview(readTerraformPlan(readPlan(plan)));
    const page = textOf(renderHtml(review));
    for (const { name, changes, impact } of review.resources) {
      expect(page).toContain(name);
      if (impact !== "update") continue;
      for (const { layer, variable } of changes) expect(page).toContain(layer ?? variable ?? "");
    }
  },
);

test("A system profile that is adopted is told without changes", () => {
  expect(textOf(pageOf("system"))).toContain("adopted, 1 layer managed");
});

test("Secrets are masked, and their place is told", () => {
  const page = pageOf("sensitive");
  expect(textOf(page)).toContain("(masked, changed)");
  expect(page).toContain("charts.db.replicas");
});

test("Risks are told by rule, with what to do; ignored ones with the reason", () => {
  const page = textOf(renderHtml(riskyReview()));
  expect(page).toContain("high kubernetes-minor-skip");
  expect(page).toContain("It breaks. Do not.");
  expect(page).toContain("Ignored until 2026-12-31: Known since May.");
});

test("The title is what it is told to be, as text", () => {
  expect(renderHtml(riskyReview(), { title: "A <b> & B" })).toContain("<h1>A &lt;b&gt; &amp; B</h1>");
});
