import { renderGitlabCodeQuality } from "./gitlab-code-quality";
import { riskyReview } from "./risky-review.test-support";

test("Each risk is an issue with a place, a severity of GitLab's, and a fingerprint of its own", () => {
  const issues = JSON.parse(renderGitlabCodeQuality(riskyReview(), { file: "main.tf" }));
  expect(issues[0]).toEqual({
    description: "dev/platform: kubernetes > tag: From 1.28.4 to 1.30.1. It breaks. Do not.",
    check_name: "kubernetes-minor-skip",
    fingerprint: expect.stringMatching(/^[0-9a-f]{32}:1$/),
    severity: "critical",
    location: { path: "main.tf", lines: { begin: 1 } },
  });
  expect(issues.map(({ severity }: { severity: string }) => severity)).toEqual(["critical", "major", "minor"]);
  expect(new Set(issues.map((it: { fingerprint: string }) => it.fingerprint)).size).toBe(3);
});

test("Without risks it is an empty list", () => {
  expect(JSON.parse(renderGitlabCodeQuality({ ...riskyReview(), risks: [] }))).toEqual([]);
});
