import { createHash } from "node:crypto";
import type { Risk, Severity } from "../../model";
import { printable } from "../printable";

export interface MachineOptions {
  /**
   * The file that findings are shown at, from the root of the repository: forges know no place but lines of files. Default:
   * `palette-review.yaml`, the configuration of the review.
   */
  file?: string;
}

export const DEFAULT_FILE = "palette-review.yaml";

/** Where a risk is: `platform-addons: argo-cd > charts.argo-cd.server.replicas`. */
export function riskPlace({ stack, profile, layer, manifest, variable, path }: Risk): string {
  const parts = [layer, manifest && `manifest ${manifest}`, variable && `variable ${variable}`, path].filter(Boolean);
  const owner = stack === undefined ? profile : `${stack}/${profile}`;
  return printable(parts.length === 0 ? owner : `${owner}: ${parts.join(" > ")}`);
}

/** What is found and what to do, on one line. */
export function riskText(risk: Risk): string {
  return printable(`${risk.message} ${risk.why} ${risk.fix}`);
}

/**
 * What each finding is known by from run to run: its rule and its place, not the values, which each edit changes; and which one it is of
 * several in a place, `3f2a…:2`.
 */
export function fingerprints(risks: readonly Risk[]): string[] {
  const counts = new Map<string, number>();
  return risks.map(({ rule, stack, address, layer, manifest, variable, path }) => {
    const place = [rule, stack, address, layer, manifest, variable, path].map((part) => part ?? null);
    const hash = createHash("sha256").update(JSON.stringify(place)).digest("hex").slice(0, 32);
    const count = (counts.get(hash) ?? 0) + 1;
    counts.set(hash, count);
    return `${hash}:${count}`;
  });
}

/** A severity in the words of a format. */
export type SeverityWords<T extends string> = Record<Severity, T>;
