/**
 * The text for which Palette puts an output variable of a tier when the app is deployed. It may stand in the tiers after that one.
 * @param tier the tier, or its name.
 * @param variable such as `POSTGRESMSTR_SVC`.
 */
export function output(tier: string | { name: string }, variable: string): string {
  return `{{.spectro.app.$appDeploymentName.${typeof tier === "string" ? tier : tier.name}.${variable}}}`;
}
