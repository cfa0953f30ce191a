/** Names may hold what Palette's own samples use: letters, digits, `_`, `-`; a dot would end the reference's path. */
const TEMPLATE = /\{\{-?([^{}]*)\}\}/g;
const VARIABLE = /(?<![\w.])\.spectro\.var\.([A-Za-z0-9_-]+)/g;

/**
 * The names of the profile variables that a text refers to, each once, in the order of their first use:
 * `{{.spectro.var.NAME}}`, with white space and with pipes through functions.
 */
export function variableReferences(text: string): string[] {
  if (!text.includes(".spectro.var.")) return [];
  const names = new Set<string>();
  for (const [, body] of text.matchAll(TEMPLATE)) {
    for (const [, name] of body!.matchAll(VARIABLE)) names.add(name!.replace(/-+$/, ""));
  }
  return [...names];
}
