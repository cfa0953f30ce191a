import { RISK_RULES } from "../../risks/rules";
import { riskyReview } from "./risky-review.test-support";
import { renderSarif } from "./sarif";

const runOf = (text: string) => JSON.parse(text).runs[0];

test("Each risk is a result with its rule, level, place and a fingerprint", () => {
  const { tool, results } = runOf(renderSarif(riskyReview(), { file: "profiles/main.tf", version: "0.1.0" }));
  expect(tool.driver).toMatchObject({ name: "palette-profiles", semanticVersion: "0.1.0" });
  expect(tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual(RISK_RULES.map(({ id }) => id));
  expect(results.slice(0, 3).map(({ ruleId, level }: Record<string, string>) => [ruleId, level])).toEqual([
    ["kubernetes-minor-skip", "error"],
    ["major-bump", "warning"],
    ["pre-release", "note"],
  ]);
  expect(results[0]).toMatchObject({
    message: { text: "dev/platform: kubernetes > tag: From 1.28.4 to 1.30.1. It breaks. Do not." },
    locations: [
      {
        physicalLocation: { artifactLocation: { uri: "profiles/main.tf" }, region: { startLine: 1 } },
        logicalLocations: [{ kind: "resource" }],
      },
    ],
    partialFingerprints: { primaryLocationLineHash: expect.stringMatching(/^[0-9a-f]{32}:1$/) },
  });
});

test("A fingerprint goes by the place, and not by the values there; that of each result is its own", () => {
  const [first, second] = ["From 1.28.4 to 1.30.1.", "From 1.28.4 to 1.30.2."].map((message) => {
    const review = riskyReview();
    review.risks[0]!.message = message;
    return runOf(renderSarif(review)).results[0].partialFingerprints;
  });
  expect(first).toEqual(second);
  const twice = riskyReview().risks.slice(0, 1);
  const results = runOf(renderSarif(riskyReview(twice))).results.map((it: { partialFingerprints: object }) =>
    JSON.stringify(it.partialFingerprints),
  );
  expect(new Set(results).size).toBe(results.length);
});

test("An ignored risk is suppressed, with its reason", () => {
  const { results } = runOf(renderSarif(riskyReview()));
  expect(results.filter((it: object) => "suppressions" in it)).toEqual([
    expect.objectContaining({
      ruleId: "train-moved",
      suppressions: [{ kind: "external", justification: "Known since May." }],
    }),
  ]);
});

test("The gravest five thousand are kept, as many as GitHub takes, and it is said how many are not", () => {
  const low = riskyReview().risks[2]!;
  const run = runOf(renderSarif(riskyReview(Array.from({ length: 6000 }, (_, at) => ({ ...low, path: `p${at}` })))));
  expect(run.results).toHaveLength(5000);
  expect(run.results[0].ruleId).toBe("kubernetes-minor-skip");
  expect(JSON.stringify(run.invocations)).toContain("1004 less grave results are left out.");
});
