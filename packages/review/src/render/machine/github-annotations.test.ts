import { renderGithubAnnotations } from "./github-annotations";
import { riskyReview } from "./risky-review.test-support";

test("Each risk is a workflow command, with the escapes that GitHub asks for", () => {
  expect(renderGithubAnnotations(riskyReview(), { file: "a,b:c.tf" }).split("\n")).toEqual([
    "::error file=a%2Cb%3Ac.tf,title=kubernetes-minor-skip::dev/platform: kubernetes > tag: From 1.28.4 to 1.30.1. It breaks. Do not.",
    String.raw`::warning file=a%2Cb%3Ac.tf,title=major-bump::dev/platform: argo-cd: A <b>"50%25 & more"</b>,\nso: mind. It breaks. Do not.`,
    "::notice file=a%2Cb%3Ac.tf,title=pre-release::dev/platform: nginx > tag: 2.0.0-rc.1. It breaks. Do not.",
    "",
  ]);
});

test("Of each kind there are ten at most, the last of which counts the others", () => {
  const [high] = riskyReview().risks;
  const lines = renderGithubAnnotations(riskyReview(Array.from({ length: 20 }, () => high!))).split("\n");
  const errors = lines.filter((line) => line.startsWith("::error"));
  expect(errors).toHaveLength(10);
  expect(errors.at(-1)).toContain("12 more of severity high: see the review.");
});
