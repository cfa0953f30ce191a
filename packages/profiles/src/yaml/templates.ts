/**
 * Palette replaces `{{.spectro...}}` before it reads the YAML, so `replicas: {{.spectro.var.n}}` is legal there although
 * YAML sees a flow mapping. Such a template, where a value starts, is hidden from the parser: each of its characters
 * that means something to YAML is swapped for one of a private area, and swapped back in what was parsed. Lengths stay,
 * so positions stay. Inside quotes nothing needs hiding.
 */
const PRIVATE = 0xe100;
const PRIVATE_RANGE = /[\uE100-\uE17F]/;
const PRIVATE_ALL = /[\uE100-\uE17F]/g;
const VALUE_START = /^([^\S\n]*(?:- +)*(?:[^\s"'{}[\]#&*!|>%@`-][^\n"'{}#]*:[^\S\n]+)?)(\{\{[^{}\n\\]*\}\})/gm;
const SPECIAL = /[{}[\],&*#?|<>=!%@`"':-]/g;

export function hideTemplates(text: string): string {
  if (!text.includes("{{") || PRIVATE_RANGE.test(text)) return text;
  return text.replace(VALUE_START, (whole, lead: string, template: string) =>
    template.includes("''")
      ? whole
      : lead + template.replace(SPECIAL, (c) => String.fromCharCode(PRIVATE + c.charCodeAt(0))),
  );
}

export function showTemplates(text: string): string {
  return PRIVATE_RANGE.test(text)
    ? text.replace(PRIVATE_ALL, (c) => String.fromCharCode(c.charCodeAt(0) - PRIVATE))
    : text;
}
