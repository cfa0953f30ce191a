import { placesIn, type TextPlace } from "./references-place";

/** What a reference asks for: a profile variable, a macro, what Palette knows itself, another pack's value, a tier's output. */
export type ReferenceKind = "var" | "macro" | "system" | "pack" | "app" | "other";

/** One `.spectro...` inside `{{ }}` of a text. */
export interface Reference {
  kind: ReferenceKind;
  /**
   * The variable's, macro's, pack's or tier's name, `replicas`; of `system` the whole name, `cluster.name`; of `other` all
   * that comes after `.spectro.`.
   */
  name: string;
  /** Of `app`, what stands for the deployed app, `$appDeploymentName`; absent where it was left out. */
  deployment?: string;
  /** What comes after the name, `["charts", "web", "replicas"]`; absent where nothing does. */
  path?: string[];
  /** Where `.spectro` stands, from 1. */
  line: number;
  column: number;
  /** Inside a quoted scalar. */
  quoted: boolean;
  place: TextPlace;
  /** The whole template, with its braces. */
  text: string;
}

const TEMPLATE = /\{\{-?([^{}]*)\}\}/g;
/** Names may hold what Palette's own samples use: letters, digits, `_`, `-`; a dot ends a name, and a pipe the reference. */
const REFERENCE = /(?<![\w.])\.spectro\.([A-Za-z]+)((?:\.[\w$-]+)+)/g;
const LITERAL = /"(?:\\.|[^"\\])*"|`[^`]*`/g;

/**
 * All references of a text, in the order of the text, with those in comments. The text needs not be YAML that parses.
 * Pipes and functions, `{{ .spectro.var.x | upper }}`, are looked into; texts inside them are not.
 */
export function references(text: string): Reference[] {
  if (!text.includes(".spectro.")) return [];
  const found: (Omit<Reference, "line" | "column" | "quoted" | "place"> & { offset: number; start: number })[] = [];
  for (const template of text.matchAll(TEMPLATE)) {
    if (!template[0].includes(".spectro.")) continue;
    const body = template[0].replace(LITERAL, (literal) => " ".repeat(literal.length));
    for (const reference of body.matchAll(REFERENCE)) {
      const segments = reference[2]!.replace(/-+$/, "").slice(1).split(".");
      const named = nameOf(reference[1]!, segments);
      found.push({ ...named, start: template.index, offset: template.index + reference.index, text: template[0] });
    }
  }
  if (found.length === 0) return [];
  const places = placesIn(
    text,
    found.map(({ start }) => start),
  );
  const position = positions(text);
  return found.map(({ start: _, offset, ...reference }, index) => {
    const place = places[index]!;
    return { ...reference, ...position(offset), quoted: place === "quoted", place };
  });
}

/**
 * The names of the profile variables that a text refers to, each once, in the order of their first use:
 * `{{.spectro.var.NAME}}`, with white space and with pipes through functions.
 */
export function variableReferences(text: string): string[] {
  if (!text.includes(".spectro.var.")) return [];
  const variables = references(text).filter(({ kind }) => kind === "var");
  return [...new Set(variables.map(({ name }) => name))];
}

function nameOf(word: string, segments: string[]): Pick<Reference, "kind" | "name" | "deployment" | "path"> {
  const [first = "", ...rest] = segments;
  const path = rest.length > 0 ? { path: rest } : {};
  switch (word) {
    case "var":
    case "macro":
    case "pack":
      return { kind: word, name: first, ...path };
    case "app":
      return first.startsWith("$")
        ? { deployment: first, ...nameOf(word, rest) }
        : { kind: word, name: first, ...path };
    case "system":
      return { kind: word, name: segments.join(".") };
    default:
      return { kind: "other", name: [word, ...segments].join(".") };
  }
}

/** Lines and columns of offsets that come in rising order. */
function positions(text: string): (offset: number) => { line: number; column: number } {
  let line = 1;
  let start = 0;
  return (offset) => {
    for (let end = text.indexOf("\n", start); end !== -1 && end < offset; end = text.indexOf("\n", start)) {
      line++;
      start = end + 1;
    }
    return { line, column: offset - start + 1 };
  };
}
