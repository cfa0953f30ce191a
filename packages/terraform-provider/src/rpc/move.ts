import { DiagnosticError } from "@palette-profiles/resource-kit";
import { encodeValues } from "../values/dynamic-value";
import type { Handler } from "./handler";
import { resourceOf } from "./lookup";
import { storedJson } from "./stored";

/**
 * Takes over the state of another type, for a `moved` block. Terraform reads the resource next, which completes the state
 * and gives its identity; the provider may not be configured yet.
 */
export const moveResourceState: Handler<"MoveResourceState"> = (session, request) => {
  const { sourceTypeName, sourceProviderAddress, targetTypeName } = request;
  const resource = resourceOf(session, targetTypeName);
  const provider = withoutHost(sourceProviderAddress);
  const moves = resource.moves ?? [];
  const move = moves.find((each) => each.type === sourceTypeName && each.provider === provider);
  if (move === undefined) {
    const known = moves.map((each) => `${each.type} of ${each.provider}`).join(", ");
    throw new DiagnosticError({
      code: "MoveNotSupported",
      summary: `${sourceTypeName} cannot become ${targetTypeName}`,
      detail: `The state is that of a ${sourceTypeName} of provider ${sourceProviderAddress}. ${
        known === "" ? `No other type can become a ${targetTypeName}` : `Only these can: ${known}`
      }. Remove the moved block, and import the resource instead.`,
    });
  }
  const stored = storedJson(request.sourceState) ?? {};
  const values = move.take(stored, request.sourceSchemaVersion);
  return { targetState: encodeValues(resource.attributes, values), targetPrivate: TAKEN };
};

/** What Terraform keeps beside a state that was taken over, until that is read. */
const TAKEN = Buffer.from("taken");

export function isTaken(kept: Uint8Array | undefined): boolean {
  return kept !== undefined && TAKEN.equals(kept);
}

/** A provider is the same on every registry: `registry.opentofu.org/spectrocloud/spectrocloud`. */
function withoutHost(address: string): string {
  return address.split("/").slice(-2).join("/");
}
