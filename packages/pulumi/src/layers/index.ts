export type { GivenOverrides, GivenValues, ValuesChoice } from "./given-values";
export { type HelmChartArgs, helmChart } from "./helm-chart";
export { type ManifestArgs, type ManifestContent, manifest } from "./manifest";
export { type PackArgs, pack } from "./pack";
export { reference } from "./reference";
export type { RegistryChoice } from "./registry-choice";
export { type Variable, type VariableArgs, variable } from "./variable";
