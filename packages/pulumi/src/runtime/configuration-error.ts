import { type Attributes, DiagnosticError, terraformName } from "@palette-profiles/resource-kit";

/**
 * The same error, in which settings have their names in a stack's configuration: `palette:retryAttempts` for
 * `retry_attempts`. It has no path, since no property of a resource is wrong.
 * @param keys what each setting is called in Pulumi, by its attribute.
 */
export function configurationError(
  error: unknown,
  attributes: Attributes,
  keys: Readonly<Record<string, string>>,
): unknown {
  if (!(error instanceof DiagnosticError)) return error;
  const names = new Map(
    Object.entries(keys).map(([name, key]) => [terraformName(name, attributes[name]!), `palette:${key}`]),
  );
  const inPulumi = (text: string) =>
    text.replace(
      /(^|\b(?:in|of) )([a-z_]+)\b/g,
      (_, before: string, word: string) => before + (names.get(word) ?? word),
    );
  return new DiagnosticError({
    code: error.code,
    summary: inPulumi(error.summary),
    detail: inPulumi(error.message),
    cause: error,
  });
}
