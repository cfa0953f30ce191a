import { containerValues } from "../app/container";
import { postgres } from "../app/services";
import type { AppProfileModel, TierModel } from "../model/app-profile";
import type { DeepMaybeUnknown } from "../model/unknown";
import type { Problem } from "../rules/problem";
import { validateAppProfile } from "./validate-app-profile";

/** An app profile that keeps all rules, with changes. */
export function appProfile(changes: Partial<AppProfileModel> = {}): AppProfileModel {
  return { name: "shop", version: "1.0.0", context: "project", tiers: [db(), api()], ...changes };
}

export function db(changes: Partial<TierModel> = {}): TierModel {
  const tier = postgres({ name: "db", databaseName: "shop", userName: "shop", volumeSize: 8, version: "14" });
  return { ...tier, ...changes };
}

/** A container; what is in `more` comes on top of its values. */
export function api(changes: Partial<TierModel> = {}): TierModel {
  const values = containerValues({ image: "nginx:1.27", ports: [8080], access: "public" });
  return { name: "api", type: "container", values, manifests: [], ...changes };
}

/** A container whose `containerService` is this YAML. */
export function container(service: string): TierModel {
  return api({ values: `containerService: ${service}` });
}

export function helm(name: string, values = "pack: {namespace: web}", changes: Partial<TierModel> = {}): TierModel {
  return { name, type: "helm", packName: "kafka", values, manifests: [], ...changes };
}

export function manifests(name: string, ...contents: string[]): TierModel {
  return { name, type: "manifest", manifests: contents.map((content, at) => ({ name: `m${at}`, content })) };
}

/** What is told of tiers, each as severity, code and path, such as `error UnknownTier tiers.1.values`. */
export function told(...tiers: TierModel[]): string[] {
  return toldOf(appProfile({ tiers }));
}

export function toldOf(it: DeepMaybeUnknown<AppProfileModel>): string[] {
  return validateAppProfile(it).map(({ severity, code, path }) => `${severity} ${code} ${path.join(".")}`);
}

/** The only problem of some tiers. */
export function only(...tiers: TierModel[]): Problem {
  const problems = validateAppProfile(appProfile({ tiers }));
  if (problems.length !== 1) throw new Error(`${problems.length} problems: ${JSON.stringify(problems)}`);
  return problems[0]!;
}
