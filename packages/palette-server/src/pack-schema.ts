import type { V1PackPreset, V1PackSchema } from "@palette-profiles/palette-api";
import { parse } from "yaml";

/** Reads a pack's `presets.yaml`. */
export function parsePresets(text: string | undefined): V1PackPreset[] {
  const document = text === undefined ? undefined : (parse(text) as { presets?: V1PackPreset[] } | null);
  return document?.presets ?? [];
}

/**
 * Reads a pack's `schema.yaml`: under each path of the values stands an expression such as
 * `{{ required | format "${number:[1-9]}" | hints "How many" }}`.
 */
export function parseSchema(text: string | undefined): V1PackSchema[] {
  const document = text === undefined ? undefined : (parse(text) as Record<string, { schema?: unknown }> | null);
  return Object.entries(document ?? {}).map(([name, entry]) => ({
    name,
    ...parseExpression(typeof entry?.schema === "string" ? entry.schema : ""),
  }));
}

function parseExpression(expression: string): Omit<V1PackSchema, "name"> {
  const format = /format\s+"\$\{([^}]*)\}"/.exec(expression)?.[1] ?? "string";
  const [type = "string", ...rest] = format.split(":");
  const constraint = rest.join(":");
  const outsideQuotes = expression.replace(/"(\\.|[^"\\])*"/g, "");
  return {
    type,
    format,
    required: /\brequired\b/.test(outsideQuotes),
    readonly: /\breadonly\b/.test(outsideQuotes),
    hints: [...expression.matchAll(/hints\s+"((?:\\.|[^"\\])*)"/g)].map((match) => match[1]!),
    listOptions:
      type === "list"
        ? constraint
            .replace(/^\[|\]$/g, "")
            .split(",")
            .map((option) => option.trim())
            .filter((option) => option !== "")
        : [],
    regex: /^\/.*\/$/.test(constraint) ? constraint.slice(1, -1) : "",
  };
}
