import type { Risk } from "../model";
import type { IgnoreEntry } from "./config";
import { ignoreRisks } from "./ignore-risks";

const risk = (more: Partial<Risk> = {}): Risk => ({
  rule: "cni-replaced",
  severity: "high",
  address: "palette_cluster_profile.edge",
  profile: "edge-berlin",
  layer: "cni-calico",
  message: "m",
  why: "w",
  fix: "f",
  ...more,
});
const entry = (more: Partial<IgnoreEntry> = {}): IgnoreEntry => ({
  rule: "cni-replaced",
  reason: "new clusters only",
  expires: "2026-12-31",
  place: "palette-review.yaml:3:5",
  ...more,
});
const TODAY = "2026-11-23";

test("An ignored risk is told apart, with the reason and the day", () => {
  const parted = ignoreRisks([risk(), risk({ rule: "csi-replaced" })], [entry()], TODAY);
  expect(parted.risks.map(({ rule }) => rule)).toEqual(["csi-replaced"]);
  expect(parted.ignoredRisks).toEqual([{ ...risk(), reason: "new clusters only", expires: "2026-12-31" }]);
  expect(parted.notes).toEqual([]);
});

test("The places of an entry narrow it, and a star stands for any text", () => {
  const ignores = (more: Partial<IgnoreEntry>, found = risk()) =>
    ignoreRisks([found], [entry(more)], TODAY).ignoredRisks.length === 1;
  expect(ignores({ profile: "edge-*" })).toBe(true);
  expect(ignores({ profile: "edge" })).toBe(false);
  expect(ignores({ profile: "edge-*", layer: "cni-cilium" })).toBe(false);
  expect(ignores({ path: "tag" })).toBe(false);
  expect(ignores({ path: "charts.*.replicas" }, risk({ path: "charts.web.replicas" }))).toBe(true);
  expect(ignores({ path: "charts.*.replicas" }, risk({ path: "chartsXweb.replicas" }))).toBe(false);
  expect(ignores({ stack: "prod" }, risk({ stack: "prod" }))).toBe(true);
});

test("A star alone does not stand for what a risk has not", () => {
  expect(ignoreRisks([risk()], [entry({ path: "*" })], TODAY).ignoredRisks).toEqual([]);
});

test("An entry holds on its last day, and ignores nothing after it", () => {
  expect(ignoreRisks([risk()], [entry({ expires: TODAY })], TODAY).ignoredRisks).toHaveLength(1);
  const parted = ignoreRisks([risk()], [entry({ expires: "2026-11-22" })], TODAY);
  expect(parted.risks).toEqual([risk()]);
  expect(parted.notes).toEqual([
    "palette-review.yaml:3:5: the ignore entry for cni-replaced was over on 2026-11-22; the risk counts again: fix it, or look at it anew and set another day.",
  ]);
});

test("An entry whose day is over gives way to one that holds", () => {
  const parted = ignoreRisks([risk()], [entry({ expires: "2026-01-01" }), entry({ reason: "again" })], TODAY);
  expect(parted.ignoredRisks.map(({ reason }) => reason)).toEqual(["again"]);
  expect(parted.notes).toHaveLength(1);
});

test("An entry that matches nothing is told", () => {
  expect(ignoreRisks([], [entry(), entry({ expires: "2026-01-01" })], TODAY).notes).toEqual([
    "palette-review.yaml:3:5: the ignore entry for cni-replaced matches no risk of this review.",
    "palette-review.yaml:3:5: the ignore entry for cni-replaced was over on 2026-01-01; remove it.",
  ]);
});

test("Entries without a day to judge them by are an error", () => {
  expect(() => ignoreRisks([risk()], [entry()])).toThrow("buildReview needs options.today");
  expect(ignoreRisks([risk()], []).risks).toEqual([risk()]);
});
