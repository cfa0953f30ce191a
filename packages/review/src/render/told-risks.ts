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

/** Where in a profile a risk is, `argo-cd > tag`; empty where it is of the whole. */
export function riskPlace({ layer, manifest, variable, path }: Risk): string {
  const parts = [layer, manifest && `manifest ${manifest}`, variable && `variable ${variable}`, path].filter(Boolean);
  return printable(parts.join(" > "));
}

/** Finds the gravest risk at a change, and in all of the layer, manifest or variable that comes or goes as a whole. */
export function riskFinder(risks: readonly Risk[]): (change: ReviewChange) => Risk | undefined {
  const found = new Map<string, Risk>();
  const inside = new Map<string, Risk>();
  for (const risk of risks) {
    const { layer, manifest, variable, path } = risk;
    if (layer === undefined && variable === undefined && path === undefined) continue;
    keep(found, keyOf(layer, manifest, variable, path), risk);
    keep(inside, keyOf(layer, undefined, variable), risk);
    keep(inside, keyOf(layer, manifest, variable), risk);
  }
  return ({ layer, manifest, variable, path, within }) => {
    const exact = found.get(keyOf(layer, manifest, variable, path));
    return exact ?? (path === "" && within === undefined ? inside.get(keyOf(layer, manifest, variable)) : undefined);
  };
}

function keep(risks: Map<string, Risk>, key: string, risk: Risk): void {
  if (!risks.has(key)) risks.set(key, risk);
}

function keyOf(layer?: string, manifest?: string, variable?: string, path = ""): string {
  return JSON.stringify([layer, manifest, variable, path]);
}
