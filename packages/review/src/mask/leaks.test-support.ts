import { buildReview, type ReviewOptions } from "../build";
import type { Review, ReviewInput } from "../model";
import { renderHtml } from "../render/html/render-html";
import { renderJson } from "../render/json";
import { renderGithubAnnotations } from "../render/machine/github-annotations";
import { renderGitlabCodeQuality } from "../render/machine/gitlab-code-quality";
import { renderJunit } from "../render/machine/junit";
import { renderSarif } from "../render/machine/sarif";
import { renderMarkdown } from "../render/markdown";
import { renderText } from "../render/text";

/** What every renderer makes of a review. */
const RENDERERS: ((review: Review) => string)[] = [
  renderJson,
  (review) => renderMarkdown(review),
  (review) => renderHtml(review),
  (review) => renderText(review, { color: false }),
  (review) => renderSarif(review),
  (review) => renderGithubAnnotations(review),
  (review) => renderGitlabCodeQuality(review),
  (review) => renderJunit(review),
];

/** All outputs of a review, one behind the other. */
export function everything(input: ReviewInput, options?: ReviewOptions): string {
  const review = buildReview(input, options);
  return RENDERERS.map((render) => render(review)).join("\n");
}

const ENTITIES = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };

/** In which form an output holds a text, by a check that shares nothing with the masking; undefined where it does not. */
export function leakOf(output: string, secret: string): string | undefined {
  const readable = output
    .replaceAll("&#8203;", "")
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
    .replace(/&(lt|gt|quot|apos|amp);/g, (_, name: keyof typeof ENTITIES) => ENTITIES[name]);
  const joined = readable.replace(/\\n|\s/g, "");
  const texts = [output, readable, joined, readable.replace(/\\(.)/g, "$1")];
  return formsOf(secret).find((form) => texts.some((text) => text.includes(form)));
}

function formsOf(secret: string): string[] {
  const encoded = ["", "a", "ab"].map((lead) => Buffer.from(lead + secret).toString("base64"));
  const inner = encoded.map((text, lead) =>
    text
      .slice(lead === 0 ? 0 : 4)
      .replace(/=+$/, "")
      .slice(0, -2),
  );
  const json = JSON.stringify(secret).slice(1, -1);
  return [
    secret,
    secret.replace(/\s/g, ""),
    json,
    JSON.stringify(json).slice(1, -1),
    encodeURIComponent(secret),
    ...inner,
    ...inner.map((text) => text.replaceAll("+", "-").replaceAll("/", "_")),
  ];
}
