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

/** What a finding is known by from run to run: its rule and its place, not the values, which each edit changes. */
export function fingerprint({ rule, stack, address, layer, manifest, variable, path }: Risk): string {
  const place = [rule, stack, address, layer, manifest, variable, path].map((part) => part ?? null);
  return createHash("sha256").update(JSON.stringify(place)).digest("hex").slice(0, 32);
}

/** A severity in the words of a format. */
export type SeverityWords<T extends string> = Record<Severity, T>;
