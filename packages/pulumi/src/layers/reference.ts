/**
 * The text for which Palette puts a profile variable's value when a cluster is deployed. It may stand in values and in
 * manifests, alone or within a longer text.
 * @param variable the variable, or its name.
 */
export function reference<const Name extends string>(variable: Name | { name: Name }): `{{.spectro.var.${Name}}}` {
  return `{{.spectro.var.${typeof variable === "string" ? variable : variable.name}}}`;
}
