import type { AnyValues } from "./schema";

/** How the state of a resource of another type becomes this one's, without a change in the backend. */
export interface MoveSpec<V = AnyValues> {
  /** The other provider without its host, `spectrocloud/spectrocloud`. */
  provider: string;
  /** The other type by its full name: `spectrocloud_cluster_profile`. */
  type: string;
  /**
   * Enough state for `read`, which comes next. `stored` is the other state as it was stored: its own names, `null` where absent.
   * Throws a diagnostic where it cannot be taken over.
   */
  take(stored: AnyValues, schemaVersion: number): V;
}
