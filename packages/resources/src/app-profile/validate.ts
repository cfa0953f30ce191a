import { type AppProfileModel, type DeepMaybeUnknown, validateAppProfile } from "@palette-profiles/profiles";
import { type Diagnostic, isObject, isUnknown, type PlanValues } from "@palette-profiles/resource-kit";
import { scopeRules, tagRules, wrong } from "../lineage/rules";
import { summaryOf } from "../lineage/summary";
import type { AppProfileState } from "./attributes";

type Config = PlanValues<AppProfileState>;

/** The rules of shape: what is wrong in the text itself, told without asking Palette. */
export function validate(config: Config): Diagnostic[] {
  return [...profileRules(config), ...scopeRules("app profile", config), ...packRules(config), ...tagRules(config)];
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
  // A wrong system context is told in the words of resources.
  const context = config.context === "system" ? undefined : config.context;
  return { ...rest, context, tiers: list } as DeepMaybeUnknown<AppProfileModel>;
}

/** A service or a chart has no version by default; a container has the newest. */
function packRules({ tiers }: Config): Diagnostic[] {
  return (Array.isArray(tiers) ? (tiers as unknown[]) : []).flatMap((tier, index): Diagnostic[] => {
    if (!isObject(tier) || isUnknown(tier.type)) return [];
    const needed = tier.type === "operator-instance" || tier.type === "helm";
    if (!needed || tier.tag !== undefined || tier.sourceAppTier !== undefined) return [];
    const who = typeof tier.name === "string" ? `Tier "${tier.name}"` : `Tier ${index + 1}`;
    const what = tier.type === "helm" ? "chart" : "service";
    return [
      wrong(
        ["tiers", index, "tag"],
        "NoTag",
        "A tier without a version",
        `${who} gives no tag: write the ${what}'s version, such as tag = "1.2.3".`,
      ),
    ];
  });
}
