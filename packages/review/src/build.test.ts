import { buildReview } from "./build";
import type { ResourceInput } from "./model";
import { readConfig } from "./risks/read-config";

const layer = { name: "kubernetes", tag: "1.31.1", manifests: [] };
const profile = (name: string, tag: string) => ({ name, packs: [{ ...layer, tag }], variables: [] });
const system: ResourceInput = {
  address: "palette_system_profile.enterprise",
  type: "palette_system_profile",
  kind: "system",
  impact: "update",
  before: profile("palette-enterprise", "1.31.1"),
  after: profile("palette-enterprise", "1.31.2"),
};
const configOf = (text: string) => readConfig(text, "palette-review.yaml");

test("A rule is turned off, or given another severity", () => {
  const risks = (text: string) => buildReview({ resources: [system] }, { config: configOf(text) }).risks;
  expect(risks("").map(({ rule, severity }) => [rule, severity])).toEqual([["system-profile-touched", "high"]]);
  expect(risks("rules: { system-profile-touched: low }").map(({ severity }) => severity)).toEqual(["low"]);
  expect(risks("rules: { system-profile-touched: off }")).toEqual([]);
});

test("An ignored risk does not count, and an entry that ignores nothing is told behind the input's notes", () => {
  const config = configOf(`ignore:
  - { rule: system-profile-touched, profile: palette-*, reason: rehearsed, expires: 2026-12-01 }
  - { rule: system-profile-touched, profile: vertex, reason: rehearsed, expires: 2026-12-01 }
`);
  const review = buildReview({ resources: [system], notes: ["first"] }, { config, today: "2026-11-23" });
  expect(review.risks).toEqual([]);
  expect(review.counts.risks).toEqual({ high: 0, medium: 0, low: 0 });
  expect(review.ignoredRisks).toMatchObject([{ profile: "palette-enterprise", reason: "rehearsed" }]);
  expect(review.notes).toEqual([
    "first",
    "palette-review.yaml:3:5: the ignore entry for system-profile-touched matches no risk of this review.",
  ]);
});
