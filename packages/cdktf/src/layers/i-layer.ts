import type { LayerModel } from "@palette-profiles/profiles";

/** A layer of a cluster profile: a `Pack`, a `HelmChart` or a `Manifest`. One may stand in several profiles. */
export interface ILayer {
  /** The layer's name, unique in the profile. */
  readonly name: string;

  /** @internal */
  _layer(): LayerModel;
}
