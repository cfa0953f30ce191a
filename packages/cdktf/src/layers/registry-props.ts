import type { PackRegistry } from "../references/pack-registry";

/** Where the pack or the chart of a layer or tier comes from. One of these is enough. */
export interface RegistryProps {
  /**
   * The registry that holds it, looked up once for all layers. Give this, `registryName` or `registryUid`.
   * @default - the only registry that has it
   */
  readonly registry?: PackRegistry;

  /**
   * The registry that holds it, by name.
   * @default - the only registry that has it
   */
  readonly registryName?: string;

  /**
   * The registry that holds it, by uid.
   * @default - the only registry that has it
   */
  readonly registryUid?: string;
}
