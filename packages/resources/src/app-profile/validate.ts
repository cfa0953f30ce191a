import {
  type AppProfileModel,
  type DeepMaybeUnknown,
  validateAppProfile,
  validateAppProfileConfig,
} from "@palette-profiles/profiles";
import { type Diagnostic, isObject, type PlanValues } from "@palette-profiles/resource-kit";
import { configRules } from "../lineage/rules";
import { summaryOf } from "../lineage/summary";
import type { AppProfileState } from "./attributes";

type Config = PlanValues<AppProfileState>;

/** The rules of shape: what is wrong in the text itself, told without asking Palette. */
export function validate(config: Config): Diagnostic[] {
  return [...profileRules(config), ...configRules(validateAppProfileConfig(modelOf(config)))];
}

function profileRules(config: Config): Diagnostic[] {
  const problems = validateAppProfile(modelOf(config)).filter(
    // A chart without values has its own, which the plan looks at.
    ({ code, path }) => code !== "NoNamespace" || !hasOwnValues(config, Number(path[1])),
  );
  return problems.map(({ code, path, message, severity }) => ({
    severity,
    code,
    summary: summaryOf(message),
    detail: message,
    path,
  }));
}

function hasOwnValues({ tiers }: Config, index: number): boolean {
  const tier: unknown = Array.isArray(tiers) ? tiers[index] : undefined;
  return isObject(tier) && tier.type === "helm" && tier.values === undefined;
}

/** The config in the words of the model. */
function modelOf(config: Config): DeepMaybeUnknown<AppProfileModel> {
  const { tiers, ...rest } = config;
  const list = Array.isArray(tiers)
    ? tiers.map((tier: unknown) => (isObject(tier) ? { ...tier, manifests: tier.manifests ?? [] } : tier))
    : (tiers ?? []);
  return { ...rest, tiers: list } as DeepMaybeUnknown<AppProfileModel>;
}
