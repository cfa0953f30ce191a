import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import Ajv from "ajv/dist/2020";
import { buildReview } from "../build";
import { detectInput } from "../inputs/detect-input";
import { IMPACTS, KINDS, type Review, SEVERITIES } from "../model";
import { renderJson } from "./json";
import { riskyReview } from "./machine/risky-review.test-support";

const schema = JSON.parse(readFileSync(path.join(__dirname, "../../schema.json"), "utf8"));
const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(schema);
const SAMPLES = path.join(__dirname, "../testing/plans");

function problemsOf(review: Review): string[] {
  validate(JSON.parse(renderJson(review)));
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

test.each(readdirSync(SAMPLES).filter((file) => /\.(?:plan|preview)\.json$|\.jsonl$/.test(file)))(
  "The review of %s is as the schema says",
  (file) => {
    const detected = detectInput(readFileSync(path.join(SAMPLES, file), "utf8"));
    if (detected.form !== "changes") throw new Error(`${file} is no plan`);
    expect(problemsOf(buildReview(detected.input, { salt: "s".repeat(32) }))).toEqual([]);
  },
);

test("So is one with risks, ignored ones, stacks, reach, drift and a system profile", () => {
  const review = riskyReview();
  const [first, ...rest] = review.resources;
  const change = { layer: "a", path: "tag", kind: "change", before: { masked: true, hash: "0a1b2c" } } as const;
  const full = {
    ...first!,
    previousAddress: "palette_cluster_profile.old",
    replacedBecause: ["context"],
    managed: { layers: 1, added: ["a"], released: ["b"] },
    drift: [change],
    reach: { clusters: ["berlin"], templates: [] },
  };
  const counts = { ...review.counts, reach: { clusters: 1, templates: 0 } };
  expect(problemsOf({ ...review, resources: [full, ...rest], notes: ["A note."], counts })).toEqual([]);
});

test("The schema has the words of the model, and takes no others", () => {
  const { resource, risk } = schema.$defs;
  expect(resource.properties.impact.enum).toEqual(IMPACTS);
  expect(resource.properties.kind.enum).toEqual(KINDS);
  expect(risk.properties.severity.enum).toEqual(SEVERITIES);
  expect(problemsOf({ ...riskyReview(), unknown: 1 } as unknown as Review)).toEqual([
    " must NOT have additional properties",
  ]);
});
