import type { LineageKind } from "../kind";
import type { LineageState } from "../state";

/** What may be taken for known of a version that comes back: see `LineageKind.asWritten`. */
export function asWritten<S extends LineageState>(kind: LineageKind<S>, wanted: S, prior: S): S {
  return kind.asWritten?.(wanted, prior) ?? wanted;
}
