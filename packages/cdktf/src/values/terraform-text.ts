import { Tokenization } from "cdktf";

/** How CDKTF writes a token into a string; resolved at synth. */
const TOKEN = /(\$\{TfToken\[[^\]]*\]\})/;
const TEMPLATE_START = /[$%](?=\{)/g;
const LAST_DOLLARS = /\$+$/;

/**
 * A text in which only CDKTF tokens have a meaning to Terraform. What merely looks like a Terraform template, such as
 * `${HOME}` in a script within a manifest, stays text.
 */
export function terraformText(text: string): string {
  if (!text.includes("${") && !text.includes("%{")) return text;
  return fragments(text)
    .map((fragment, index, all) => {
      if (isToken(fragment)) return fragment;
      const escaped = fragment.replace(TEMPLATE_START, "$&$&");
      return index + 1 < all.length ? apartFromToken(escaped) : escaped;
    })
    .join("");
}

/** A dollar sign before a token would make text of it: `$${var.price}`. */
function apartFromToken(text: string): string {
  return text.replace(LAST_DOLLARS, (dollars) => `\${"${dollars}"}`);
}

/** The tokens of a text, and what stands between them, in order. */
export function fragments(text: string): string[] {
  return text.split(TOKEN).filter((fragment) => fragment !== "");
}

export function isToken(fragment: string): boolean {
  return TOKEN.test(fragment);
}

/** {@link terraformText} for every string within a value. */
export function terraformTexts<T>(value: T): T {
  return escapeTexts(value) as T;
}

function escapeTexts(value: unknown): unknown {
  if (typeof value === "string") return terraformText(value);
  if (Array.isArray(value)) return value.map(escapeTexts);
  if (typeof value !== "object" || value === null || Tokenization.isResolvable(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, escapeTexts(item)]));
}
