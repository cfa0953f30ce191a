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

const FORMAT = /format\s+"((?:\$\{[^/}]*(?:\/(?:[^/\\]|\\.)*\/)?[^/}]*\}|[^"$])*)"/;
const SINGLE = /^\$\{([^:}]*)(?::(.*))?\}$/s;

/** A format of one part is told without its braces; one of several, such as `${ipv4} - ${ipv4}`, as it is written. */
function parseExpression(expression: string): Omit<V1PackSchema, "name"> {
  const written = FORMAT.exec(expression)?.[1];
  const [, type, constraint = ""] = (written?.split("${").length === 2 && SINGLE.exec(written)) || [];
  const outsideQuotes = expression.replace(/"(\\.|[^"\\])*"/g, "");
  return {
    type: type ?? "string",
    format: written === undefined ? "" : type === undefined ? written : written.slice(2, -1),
    required: /\brequired\b/.test(outsideQuotes),
    readonly: /\breadonly\b/.test(outsideQuotes),
    hints: readHints(expression),
    listOptions:
      type === "list"
        ? constraint
            .replace(/^\[|\]$/g, "")
            .split(",")
            .map((option) => option.trim())
            .filter((option) => option !== "")
        : [],
    regex: /^\/.*\/$/s.test(constraint) ? constraint.slice(1, -1) : "",
  };
}

/** One or more texts in quotes behind `hints`. */
function readHints(expression: string): string[] {
  const list = /hints((?:\s+"(?:\\.|[^"\\])*")+)/.exec(expression)?.[1] ?? "";
  return [...list.matchAll(/"((?:\\.|[^"\\])*)"/g)].map((match) => match[1]!);
}
