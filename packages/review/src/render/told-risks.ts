import type { ReviewChange, Risk } from "../model";
import { printable } from "./printable";

/** A risk, told once for all profiles that have it. */
export interface ToldRisk<R extends Risk = Risk> {
  risk: R;
  /** All of them, of which `risk` is the first. */
  risks: R[];
  /** `platform-addons`, or with its stack, `dev: platform-addons`. */
  profiles: string[];
}

/** Risks that say the same of several profiles are told once; in the order of the review. */
export function toldRisks<R extends Risk>(risks: readonly R[]): ToldRisk<R>[] {
  const told = new Map<string, ToldRisk<R>>();
  for (const risk of risks) {
    const { stack, address: _, profile, ...what } = risk;
    const key = JSON.stringify(what);
    const name = printable(stack === undefined ? profile : `${stack}: ${profile}`);
    const known = told.get(key);
    if (known === undefined) told.set(key, { risk, risks: [risk], profiles: [name] });
    else {
      known.risks.push(risk);
      if (!known.profiles.includes(name)) known.profiles.push(name);
    }
  }
  return [...told.values()];
}

/** Where in a profile a risk is, `argo-cd > tag in`, or `in` of the whole. */
export function riskSubject({ layer, manifest, variable, path }: Risk): string {
  const parts = [layer, manifest && `manifest ${manifest}`, variable && `variable ${variable}`, path].filter(Boolean);
  return parts.length === 0 ? "in" : `${printable(parts.join(" > "))} in`;
}

/** The gravest risk at a change, or at the layer, manifest or variable that comes or goes with it. */
export function riskAt(risks: readonly Risk[], change: ReviewChange): Risk | undefined {
  return risks.find(
    (risk) =>
      (risk.layer !== undefined || risk.variable !== undefined || risk.path !== undefined) &&
      risk.layer === change.layer &&
      risk.manifest === change.manifest &&
      risk.variable === change.variable &&
      (risk.path ?? "") === change.path,
  );
}
