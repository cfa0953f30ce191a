import fc from "fast-check";
import { buildReview } from "../build";
import { readTerraformPlan } from "../inputs/terraform";
import type { Review, ReviewChange, ReviewResource, Risk } from "../model";
import { attributes, updatePlan } from "../testing/plan";
import { renderMarkdown } from "./markdown";

/** What means something in Markdown, in HTML, to forges, or to what shows text. */
const PIECES = [
  ...["```", "~~~", "*", "_", "|", "\\", "[a](b)", "![a](b)", "$x$", "\n", "\n\n- a", "\n# a", "\r"],
  ...["</details>", "</code>", "<img src=x onerror=y>", "<!--", "-->", "&lt;", "&#64;user"],
  ...["@user", "#1", "!2", "GH-3", "/close", "\n/merge", "a@b.example", "https://x.example", "www.x.example"],
  ...["\u202e", "\u0007", "\u200b", "\ud800", "a", "b-c"],
];
const hostile = fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 6 }).map((pieces) => pieces.join(""));

/** Nothing of the input ends a fence, a fold, an element or a comment, makes a link, or turns what stands beside it. */
function expectInPlace(text: string): void {
  const lines = text.split("\n");
  expect(
    lines
      .filter((line) => line.startsWith("```"))
      .join()
      .replaceAll("```diff,```", ""),
  ).toMatch(/^,*$/);
  expect(lines.filter((line) => line === "</details>")).toHaveLength(text.match(/<details/g)?.length ?? 0);
  for (const unseen of ["\u202e", "\u0007", "\u200b", "\r", "\ud800"]) expect(text).not.toContain(unseen);
  // GitLab does what a line says that begins so, except in fences.
  expect(text.replace(/^```diff\n[\s\S]*?^```$/gm, "")).not.toMatch(/^\s*\//m);
  const outside = text.replace(/^```diff\n[\s\S]*?^```$/gm, "").replace(/^<!--[^<>]*-->\n/, "");
  const tags = new Set(outside.match(/<[^>]*>?/g));
  for (const known of ["details", "details open", "summary", "code", "sub", "br"]) {
    tags.delete(`<${known}>`);
    tags.delete(`</${known}>`);
  }
  expect([...tags]).toEqual([]);
  const running = readEntities(outside.replace(/<code>.*?<\/code>/g, ""));
  expect(running).not.toMatch(/[@!]\w|#\d|GH-\d|:\/\/|www\./);
  expect(outside).not.toMatch(/[`~|\\[\]]|\]\(/);
}

function readEntities(text: string): string {
  return text.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));
}

test("Nothing of the input breaks out of its line, its fence, its fold or its comment", () => {
  fc.assert(
    fc.property(hostile, hostile, hostile, (name, key, value) => {
      const side = (text: string) =>
        attributes(name, [{ name: key, values: JSON.stringify({ [key]: text, b: [text], c: `a\n${text}\nb` }) }]);
      const input = readTerraformPlan(updatePlan([{ before: side("x"), after: side(value) }]));
      const review = buildReview({ ...input, notes: [value] });
      const risk = { ...riskOf(0, name), layer: key, path: value, message: value, fix: key, rule: name };
      const ignored = { ...risk, reason: value, expires: key };
      expectInPlace(renderMarkdown({ ...review, risks: [risk], ignoredRisks: [ignored] }, { marker: value }));
    }),
    { numRuns: 150 },
  );
});

test("Of any size, it stays within its limit, keeps the verdict, and tells or counts all that there is", () => {
  const law = fc.property(
    hostile,
    fc.constantFrom(1, 7, 3000),
    fc.constantFrom(1, 40, 1000),
    fc.constantFrom(1, 200, 5000),
    fc.constantFrom(0, 3, 2000, 10_000),
    fc.boolean(),
    (piece, profiles, changes, length, risks, same) => {
      const review = largeReview({ piece, profiles, changes, length, risks, same });
      const text = renderMarkdown(review);
      expect(text.length).toBeLessThanOrEqual(65_000);
      expect(text).toMatch(/^### Palette profiles\n\n\*\*\d+ profiles?: \d+ to update; \d+ changes?\.\*\*\n/);
      const left = /_(.*) left out to stay within 65000 characters\._\n$/.exec(text)?.[1] ?? "";
      const count = (word: string) => Number(new RegExp(`(\\d+) ${word}`).exec(left)?.[1] ?? 0);
      expect(text.match(/^- \*\*(?:high|medium|low)\*\* /gm) ?? []).toHaveLength(risks - count("risk"));
      const told = [...text.matchAll(/, (\d+) changes?(?:, part \d+ of \d+)?\)<\/summary>/g)];
      const all = new Set(review.resources.flatMap((resource) => resource.changes.map(({ path }) => path))).size;
      expect(told.reduce((sum, [, number]) => sum + Number(number), 0)).toBe(all - count("changes?"));
      // Neither do risks push out what changes, nor the other way round.
      expect(told).not.toEqual([]);
      if (risks > 0) expect(text).toContain("Message 0.");
      expectInPlace(text);
    },
  );
  fc.assert(law, {
    numRuns: 8,
    examples: [
      ["@user", 3000, 1, 1, 0, true],
      ["a", 7, 1000, 5000, 10_000, false],
    ],
  });
});

interface Size {
  piece: string;
  profiles: number;
  /** Of a profile, where there are few profiles. */
  changes: number;
  /** Of names and values, where there are few of them. */
  length: number;
  risks: number;
  /** Whether all profiles change alike. */
  same: boolean;
}

function largeReview({ piece, profiles, changes, length, risks, same }: Size): Review {
  const few = profiles * changes < 100;
  const long = piece.repeat(few ? length : 1);
  const resources = Array.from({ length: profiles }, (_, profile): ReviewResource => {
    const list = Array.from({ length: profiles > 100 ? 1 : changes }, (_, at): ReviewChange => {
      const path = `${same ? "" : `p${profile}.`}c${at}`;
      return { layer: long, within: "values", path, kind: "change", before: piece, after: long };
    });
    return { ...EMPTY.resources[0]!, address: `p${profile}`, name: `${long}${profile}`, changes: list };
  });
  const total = resources.reduce((sum, resource) => sum + resource.changes.length, 0);
  const { counts } = EMPTY;
  return {
    ...EMPTY,
    resources,
    risks: Array.from({ length: risks }, (_, at) => riskOf(at, at === 0 ? "first" : `${at}${piece}`)),
    counts: { ...counts, resources: { ...counts.resources, update: profiles }, changes: total },
  };
}

const SIDE = attributes("p", [{ name: "web", values: "a: 1" }]);
const EMPTY = buildReview(readTerraformPlan(updatePlan([{ before: SIDE, after: { ...SIDE, description: "new" } }])), {
  rules: [],
});

function riskOf(at: number, profile: string): Risk {
  const severity = at === 0 ? "high" : "low";
  return { rule: "a-rule", severity, address: `p${at}`, profile, message: `Message ${at}.`, why: "Why.", fix: "Fix." };
}
