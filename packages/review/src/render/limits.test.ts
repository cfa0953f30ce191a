import { buildReview } from "../build";
import { readTerraformPlan } from "../inputs/terraform";
import { attributes, type TestLayer, updatePlan } from "../testing/plan";
import { renderMarkdown } from "./markdown";
import { renderText } from "./text";

function values(seed: number, replicas = 1): string {
  const lines = Array.from({ length: 180 }, (_, line) => `    key${line}: some value ${seed} ${line}\n`);
  return `charts:\n  chart:\n    replicas: ${replicas}\n${lines.join("")}`;
}

function layersOf(profile: number): TestLayer[] {
  return Array.from({ length: 8 }, (_, layer) => ({ name: `layer-${layer}`, values: values(profile * 8 + layer) }));
}

const fifty = Array.from({ length: 50 }, (_, profile) => ({ name: `profile-${profile}`, layers: layersOf(profile) }));

function reviewOf(edit: (layers: TestLayer[]) => TestLayer[], profiles = fifty) {
  const pairs = profiles.map(({ name, layers }) => ({
    before: attributes(name, layers),
    after: attributes(name, edit([...layers])),
  }));
  return buildReview(readTerraformPlan(updatePlan(pairs)));
}

describe("50 profiles of 8 layers", () => {
  test("with one leaf changed in each are told in one line and 1,500 bytes of text", () => {
    const review = reviewOf((layers) =>
      layers.with(2, { ...layers[2]!, values: layers[2]!.values.replace("replicas: 1", "replicas: 2") }),
    );
    const text = renderText(review, { color: false });
    expect(text.match(/->/g)).toHaveLength(1);
    expect(text).toContain("layer-2 > charts.chart.replicas: 1 -> 2");
    expect(text).toContain("profile-49 1.0.0");
    expect(text.length).toBeLessThan(1500);
    expect(renderMarkdown(review).length).toBeLessThan(1500);
  });

  test("with comments and key order changed have no changes, as ten of them show (peer: 50 to change)", () => {
    const reorder = (text: string) => `# a comment\n${text.replace("    replicas: 1\n", "")}    replicas: 1 # one\n`;
    const edit = (layers: TestLayer[]) => layers.map((layer) => ({ ...layer, values: reorder(layer.values) }));
    expect(reviewOf(edit, fifty.slice(0, 10)).counts).toMatchObject({ changes: 0, formattingOnly: 80 });
  });

  test("with two layers swapped are one line (peer: 31,773)", () => {
    const review = reviewOf((layers) => [layers[1]!, layers[0]!, ...layers.slice(2)]);
    expect(review.resources.map(({ changes }) => changes.length)).toEqual(fifty.map(() => 1));
    expect(renderText(review, { color: false }).match(/moved/g)).toHaveLength(1);
  });

  test("with a layer inserted on top are one entry (peer: 123,823 lines)", () => {
    const review = reviewOf((layers) => [{ name: "new", values: "a: 1\n" }, ...layers]);
    expect(review.resources.every(({ changes }) => changes.length === 1)).toBe(true);
    expect(renderText(review, { color: false })).toContain("new: added at 1 (spectro 1.0.0, 1 line of values)");
  });
});

describe("Markdown of more changes than fit", () => {
  const many = reviewOf(
    (layers) =>
      layers.map((layer, index) => ({
        ...layer,
        values: layer.values.replaceAll("some value", `other value ${index}`),
      })),
    fifty.slice(0, 5),
  );

  test.each([2_000, 20_000, 65_000])("keeps the verdict within %i characters and says what is left out", (limit) => {
    const text = renderMarkdown(many, { limit });
    expect(text.length).toBeLessThanOrEqual(limit);
    expect(text).toContain("**5 profiles: 5 to update; 7200 changes.**");
    expect(text).toMatch(/_\d+ sections with \d+ changes left out to stay within \d+ characters\._\n$/);
    expect(text.match(/<details/g)?.length ?? 0).toBe(text.match(/<\/details>/g)?.length ?? 0);
  });

  test("fills the room that there is", () => {
    expect(renderMarkdown(many).length).toBeGreaterThan(50_000);
    expect(renderMarkdown(many, { limit: 100_000_000 })).not.toContain("left out");
  });
});
