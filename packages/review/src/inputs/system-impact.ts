import type { AnyProfile, ResourceInput } from "../model";
import { keepShared } from "./system-profile-attributes";

type Head = Pick<ResourceInput, "address" | "type" | "previousAddress">;
type Profile = Parameters<typeof keepShared>[0];

/** What an engine plans for a system profile, in the engine's words. */
export type SystemAction = "create" | "destroy" | "replace" | "update" | "no-op";

/** A system profile is never made or removed: it is adopted, changed, and let go of; a replacement is both. */
export function systemResources(
  head: Head,
  action: SystemAction,
  sides: { base?: AnyProfile; before?: AnyProfile; after?: AnyProfile },
): ResourceInput[] {
  const [base, before, after] = [sides.base as Profile, sides.before as Profile, sides.after as Profile];
  const forgotten: ResourceInput = { ...head, kind: "system", impact: "forget", before };
  const adopted: ResourceInput = { ...head, kind: "system", impact: "adopt", after, ...keepShared(after, after) };
  switch (action) {
    case "create":
      return [adopted];
    case "destroy":
      return [forgotten];
    case "replace":
      return [{ ...forgotten, address: `${head.address} (before)` }, adopted];
    default: {
      const shared = keepShared(before, after);
      // Drift is looked for in what is managed now.
      const drifted = base === undefined ? {} : { base: keepShared(base, shared.before as Profile).before };
      return [{ ...head, kind: "system", impact: action, ...shared, ...drifted }];
    }
  }
}
