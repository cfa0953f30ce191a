import { type Document, isScalar, parseAllDocuments, Scalar } from "yaml";

/**
 * All documents of a text whose templates are hidden, without resolving types: every scalar stays as written. The
 * structure of a text is the same under YAML 1.1 and 1.2, so one parse serves both.
 */
export function composeYaml(source: string): Document.Parsed[] {
  const parsed = parseAllDocuments(source, {
    schema: "failsafe",
    version: "1.2",
    resolveKnownTags: false,
    keepSourceTokens: false,
    prettyErrors: false,
    uniqueKeys: (a, b) => isScalar(a) && isScalar(b) && a.value === b.value && isPlainText(a) === isPlainText(b),
  });
  return [...parsed];
}

export function isPlainText(node: Scalar): boolean {
  return node.type === Scalar.PLAIN || node.type === undefined;
}
