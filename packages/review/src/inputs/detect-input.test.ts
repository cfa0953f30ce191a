import fc from "fast-check";
import { buildReview } from "../build";
import { renderText } from "../render/text";
import { readSample } from "../testing/golden";
import { compareInputs } from "./compare-inputs";
import { detectInput } from "./detect-input";

const sample = (file: string) => detectInput(readSample(file));
const EXPORT = '{"metadata": {"name": "p"}, "spec": {"template": {"packs": []}}}';
const CONFIG = '{"//": {"metadata": {"stackName": "a"}}, "terraform": {}, "resource": {"palette_cluster_profile": {}}}';

describe("an input is known by its text", () => {
  test.each([
    ["update.plan.json", "terraform"],
    ["streamed.plan.jsonl", "terraform"],
    ["native.preview.json", "pulumi"],
    ["native.events.jsonl", "pulumi"],
  ])("%s is of %s", (file, source) => {
    expect(sample(file)).toMatchObject({ form: "changes", source });
  });

  test.each([
    ["an exported profile as JSON", EXPORT, "profile"],
    ["an exported profile as YAML", "metadata:\n  name: p\nspec:\n  template:\n    packs: []\n", "profile"],
    ["a profile of the API", '{"metadata": {"name": "p"}, "spec": {"published": {}}, "status": {}}', "profile"],
    ["a configuration of CDKTF", CONFIG, "configuration"],
    ["a summary of Pulumi", '{"result": "succeeded", "duration": 1}', "changes"],
    ["a preview without steps", '{"duration": 1, "changeSummary": {}}', "changes"],
    ["a single event", '{"sequence": 1, "timestamp": 2, "preludeEvent": {}}', "changes"],
    [
      "a plan within lines of a CI system",
      '[command]show\n{"format_version": "1.2",\n "resource_changes": []}\n::end::',
      "changes",
    ],
    ["a plan with a byte order mark", '\uFEFF{"format_version": "1.2", "resource_changes": []}', "changes"],
  ])("%s", (_, text, form) => {
    expect(detectInput(text).form).toBe(form);
  });

  test("a stream whose last line is cut off says so", () => {
    const lines = readSample("streamed.plan.jsonl").trimEnd().slice(0, -20);
    const found = detectInput(lines);
    expect(found.form === "changes" && found.input.notes?.[0]).toBe("The last line of the stream is cut off.");
  });

  test.each([
    ["nothing", " \n", "it is empty"],
    [
      "a plan file",
      "PK\u0003\u0004\u0014",
      "it is a plan file itself, which is binary: give the output of `terraform show",
    ],
    ["UTF-16", Buffer.from("\uFEFF{}", "utf16le").toString("utf8"), "Out-File -Encoding utf8"],
    ["another binary", "\u007fELF\0", "it is binary, and no text"],
    ["a plan for people", "\nTerraform will perform the following actions:\n  # a: b\n\tx\n", "it is a plan as text"],
    ["a preview for people", "Previewing update (dev):\n\t+ a: b: create\n", "it is a preview as text"],
    [
      "JSON that is cut off",
      '{"format_version": "1.2", "a": "s3cr3t',
      "broken or cut off after 38 characters: give all of it",
    ],
    ["a state", '{"version": 4, "terraform_version": "1", "lineage": "l"}', "it is a state of Terraform, not a plan"],
    ["a state that was shown", '{"format_version": "1.0", "values": {}}', "this is a Terraform state, not a plan"],
    ["a state of Pulumi", '{"version": 3, "deployment": {}}', "it is a state of Pulumi, not a preview"],
    ["a saved plan of Pulumi", '{"manifest": {}, "resourcePlans": {}}', "it is a plan that Pulumi saved"],
    ["a review", '{"schemaVersion": 1, "counts": {}}', "it is a review already"],
    ["a program", "name: x\nruntime: yaml\nresources: {}\n", "it is a project of Pulumi"],
    ["values", "charts:\n  web: {}\n", "it is YAML, but none that is known"],
    ["a list", "[1]", "it is JSON, but none that is known"],
    ["prose", "hello", "it is neither JSON nor YAML"],
    ["a broken export", "metadata:\n  name: a\nspec: [\n", "this is neither JSON nor YAML, line"],
    ["an export without packs", "metadata: {name: a}\nspec: {}\n", "spec.template is missing"],
  ])("%s is refused with what it is and what to give", (_, text, message) => {
    expect(() => detectInput(text)).toThrow(message);
    expect(() => detectInput(text)).not.toThrow("s3cr3t");
  });
});

describe("two inputs are compared", () => {
  test("where they are of one form", () => {
    expect(compareInputs(detectInput(EXPORT), detectInput(EXPORT)).resources).toHaveLength(1);
    expect(compareInputs(detectInput(CONFIG), undefined).resources).toEqual([]);
    expect(() => compareInputs(detectInput(EXPORT), sample("update.plan.json"))).toThrow(
      "the first is a profile and the second a plan: give two profiles, or two configurations",
    );
  });
});

/** A value in which any part may be replaced by something hostile. */
const hostile = fc.oneof(
  fc.constantFrom<unknown>(null, true, 1e308, "", [], {}, [[]], "[secret]", "04da6b54-80e4-46f7-96ec-b56ff0331ba9"),
  fc.constant(
    JSON.parse('{"__proto__": {"polluted": true}, "toString": 1, "constructor": {"prototype": {"polluted": 1}}}'),
  ),
  fc.jsonValue({ maxDepth: 2 }),
);

function mutated(value: unknown, path: readonly number[], by: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined || value === null || typeof value !== "object") return by;
  const keys = Object.keys(value);
  if (keys.length === 0) return by;
  const key = keys[step % keys.length]!;
  const inner = mutated((value as Record<string, unknown>)[key], rest, by);
  const copy = Object.entries(value).map(([name, it]) => [name, name === key ? inner : it] as const);
  return Array.isArray(value) ? copy.map(([, it]) => it) : Object.fromEntries(copy);
}

const SAMPLES = ["update.plan.json", "system.plan.json", "apps.plan.json", "drift.plan.json", "native.preview.json"];
const TREES = [
  ...SAMPLES.map((file) => JSON.parse(readSample(file)) as unknown),
  JSON.parse(EXPORT),
  JSON.parse(CONFIG),
];

describe("hostile inputs", () => {
  test("are read or refused in words, and change no prototype", () => {
    const paths = fc.array(fc.nat(40), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(fc.constantFrom(...TREES), paths, hostile, (tree, path, by) => {
        const text = JSON.stringify(mutated(tree, path, by));
        try {
          const found = detectInput(text);
          const input = found.form === "changes" ? found.input : compareInputs(undefined, found);
          renderText(buildReview(input), { color: false });
        } catch (error) {
          expect(error).not.toBeInstanceOf(TypeError);
          expect(error).not.toBeInstanceOf(RangeError);
        }
        expect(({} as Record<string, unknown>).polluted).toBeUndefined();
      }),
      { numRuns: 400 },
    );
  });

  test("that nest too deep are refused", () => {
    const nested = `${"[".repeat(20_000)}${"]".repeat(20_000)}`;
    expect(() => detectInput(`{"format_version": "1.2", "a": ${nested}}`)).toThrow("nests deeper than 500 levels");
    expect(() => detectInput(`{"steps": ${nested}}`)).toThrow("nests deeper than 500 levels");
    expect(() => detectInput(`a: ${"[".repeat(20_000)}`)).toThrow("it is neither JSON nor YAML");
  });
});
