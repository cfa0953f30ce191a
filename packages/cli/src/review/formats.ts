import type { Review, Severity } from "@palette-profiles/review";
import { UserError } from "../failure";

/** What renderers are told besides the review. */
export interface Rendering {
  color: boolean;
  /** The file that findings are shown at. */
  file?: string;
  failOn?: Severity;
  marker?: string;
}

/** The formats of a review, and the endings of files that stand for them. */
export const FORMATS = {
  text: [".txt"],
  markdown: [".md", ".markdown"],
  html: [".html", ".htm"],
  json: [".json"],
  sarif: [".sarif"],
  github: [],
  gitlab: [],
  junit: [".xml"],
} as const;
export type Format = keyof typeof FORMATS;
export const FORMAT_NAMES = Object.keys(FORMATS) as Format[];

export async function render(review: Review, format: Format, rendering: Rendering): Promise<string> {
  const renderers = await import("@palette-profiles/review");
  const { color, file, failOn, marker } = rendering;
  const at = file === undefined ? {} : { file };
  switch (format) {
    case "text":
      return renderers.renderText(review, { color });
    case "markdown":
      return renderers.renderMarkdown(review, marker === undefined ? {} : { marker });
    case "html":
      return renderers.renderHtml(review);
    case "json":
      return renderers.renderJson(review);
    case "sarif":
      return renderers.renderSarif(review, at);
    case "github":
      return renderers.renderGithubAnnotations(review, at);
    case "gitlab":
      return renderers.renderGitlabCodeQuality(review, at);
    case "junit":
      return renderers.renderJunit(review, failOn === undefined ? {} : { failOn });
  }
}

/** `review.md`, or with a format in front, `gitlab:gl-code-quality-report.json`. */
export function parseOut(word: string): { format: Format; file: string } {
  const prefix = FORMAT_NAMES.find((name) => word.startsWith(`${name}:`));
  if (prefix !== undefined) return { format: prefix, file: word.slice(prefix.length + 1) };
  const format = FORMAT_NAMES.find((name) => FORMATS[name].some((ending) => word.toLowerCase().endsWith(ending)));
  if (format !== undefined) return { format, file: word };
  const known = Object.values(FORMATS).flat().join(", ");
  throw new UserError(
    `The format of "${word}" is not known by its ending (${known}): write it in front, such as gitlab:${word}; formats are ${FORMAT_NAMES.join(", ")}`,
  );
}
