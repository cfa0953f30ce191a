import { renderJunit } from "./junit";
import { riskyReview } from "./risky-review.test-support";

test("Profiles and risks are cases, of which those that are grave enough fail", () => {
  expect(renderJunit(riskyReview(), { failOn: "medium" })).toBe(
    [
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<testsuites name="palette-profiles">',
      '<testsuite name="dev" tests="5" failures="2">',
      '<testcase classname="add-ons 1.0.0 -&#62; 1.1.0" name="update"/>',
      '<testcase classname="platform 1.0.0 -&#62; 1.1.0" name="update"/>',
      '<testcase classname="platform 1.0.0 -&#62; 1.1.0" name="kubernetes-minor-skip: dev/platform: kubernetes &#62; tag">',
      '<failure type="high" message="From 1.28.4 to 1.30.1.">From 1.28.4 to 1.30.1. It breaks. Do not.</failure>',
      "</testcase>",
      '<testcase classname="platform 1.0.0 -&#62; 1.1.0" name="major-bump: dev/platform: argo-cd">',
      String.raw`<failure type="medium" message="A &#60;b&#62;&#34;50% &#38; more&#34;&#60;/b&#62;,\nso: mind.">A &#60;b&#62;&#34;50% &#38; more&#34;&#60;/b&#62;,\nso: mind. It breaks. Do not.</failure>`,
      "</testcase>",
      '<testcase classname="platform 1.0.0 -&#62; 1.1.0" name="pre-release: dev/platform: nginx &#62; tag">',
      "<system-out>low: 2.0.0-rc.1. It breaks. Do not.</system-out>",
      "</testcase>",
      "</testsuite>",
      "</testsuites>",
      "",
    ].join("\n"),
  );
});

test("Characters that XML cannot hold are told as escapes", () => {
  const review = riskyReview();
  review.risks[0]!.message = "a\u0000\u001b[31m\uFFFE\uD800b";
  expect(renderJunit(review)).toContain('message="a\\u0000\\u001b[31m\uFFFD\\ud800b"');
});
