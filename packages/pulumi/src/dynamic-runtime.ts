import type { Palette } from "@palette-profiles/resources";
import type { dynamic } from "@pulumi/pulumi";
import { Backend } from "./dynamic/backend";
import { configured } from "./dynamic/configured";
import { dynamicProvider } from "./dynamic/dynamic-provider";
import { leaveWithEngine } from "./dynamic/leave-with-engine";
import { CONTRACT } from "./dynamic/provider-text";
import { engineWarn } from "./runtime/engine-warn";
import { once } from "./runtime/once";
import { served } from "./runtime/served";

const backends = new Map<string, Palette>();
// Pulumi's host of dynamic providers gives a provider no log, but its last argument is the engine's address.
const engine = process.argv.at(-1) ?? "";
const warn = once(engineWarn(engine));
leaveWithEngine(engine);

/**
 * What runs behind every resource of this package, in Pulumi's plugin process. Stacks name this function in their
 * state, so it stays, and it answers for every contract ever released.
 *
 * @param resource its name in Pulumi, such as `ClusterProfile`.
 * @param contract the number that the release had which wrote the state.
 * @throws where this release is older than the state.
 */
export function load(resource: string, contract: number): dynamic.ResourceProvider {
  const it = Object.hasOwn(served, resource) ? served[resource] : undefined;
  if (it === undefined || contract > CONTRACT) {
    throw new Error(
      `This stack was written by a newer release of @palette-profiles/pulumi (${resource}, contract ${contract}): update the package.`,
    );
  }
  return dynamicProvider(it, new Backend(configured, backends), warn);
}
