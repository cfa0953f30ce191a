import {
  type AnyValues,
  type Attributes,
  type Diagnostic,
  formatPath,
  isObject,
  leaves,
} from "@palette-profiles/resource-kit";

/** One error a null inside a list, set or map: Terraform lets it through, and no attribute here has a meaning for it. */
export function nullElements(attributes: Attributes, values: AnyValues): Diagnostic[] {
  return [...leaves(attributes, values)].flatMap(({ path, value }) => {
    const entries: [string | number, unknown][] = Array.isArray(value)
      ? [...value.entries()]
      : isObject(value)
        ? Object.entries(value)
        : [];
    return entries
      .filter(([, element]) => element === undefined)
      .map(([key]) => ({
        severity: "error" as const,
        code: "NullElement",
        summary: "A null inside a collection",
        detail: `${formatPath([...path, key])} is null. Leave the element out, or give it a value.`,
        path,
      }));
  });
}
