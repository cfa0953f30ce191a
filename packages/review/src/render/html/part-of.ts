/** What a change or a risk is of, `argo-cd > manifest crds`; empty where it is of the profile itself. */
export function partOf({
  layer,
  manifest,
  variable,
}: {
  layer?: string;
  manifest?: string;
  variable?: string;
}): string {
  const parts: string[] = [];
  if (layer !== undefined) parts.push(layer);
  if (manifest !== undefined) parts.push(`manifest ${manifest}`);
  if (variable !== undefined) parts.push(`variable ${variable}`);
  return parts.join(" > ");
}
