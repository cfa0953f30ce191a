import type { DiffRequest, DiffResponse } from "@pulumi/pulumi/proto/provider_pb";
import type { PropertyDifference } from "../diff/detailed-diff";
import { diffResponse } from "../diff/diff-response";
import type { Session } from "../session";
import { propertiesOf } from "../values/struct";
import { unsealed } from "../values/unsealed";
import { placeOf } from "./place-of";
import { settingsOf } from "./settings";

/**
 * Another host replaces the provider, and with it all that it made, since profiles live there. Nothing else does: a key is
 * rotated, and another project is only for resources made from then on, since each keeps the project that it was made in.
 */
export async function diffConfig<C>(session: Session<C>, request: DiffRequest): Promise<DiffResponse> {
  const plugin = await session.plugin();
  const old = settingsOf(plugin, unsealed(propertiesOf(request.getOldInputs() ?? request.getOlds())).properties).values;
  const now = settingsOf(plugin, unsealed(propertiesOf(request.getNews())).properties).values;
  const differences = new Map<string, PropertyDifference>();
  for (const [name, property] of Object.entries(plugin.settings)) {
    const [before, after] = [old[name], now[name]];
    if (before === after) continue;
    const kind = before === undefined ? "add" : after === undefined ? "delete" : "update";
    // A host that was left out came from the environment: whether the one that is now given is another cannot be known.
    const replaces = name === "host" && typeof before === "string" && typeof after === "string";
    differences.set(property, {
      kind,
      inputDiff: true,
      replaces: replaces && placeOf(before) !== placeOf(after),
    });
  }
  return diffResponse(differences);
}
