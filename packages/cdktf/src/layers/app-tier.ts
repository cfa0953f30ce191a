import type { TierModel } from "@palette-profiles/profiles";

/** A tier of an app profile: a `Container`, an `OperatorService`, a `HelmChart` or a `Manifest`. */
export abstract class AppTier {
  constructor(
    /** The tier's name, unique in the profile. */
    readonly name: string,
  ) {}

  /**
   * What stands in values, manifests and properties of later tiers for something that is known once this one runs:
   * `{{.spectro.app.$appDeploymentName.TIER.VARIABLE}}`.
   *
   * @param variable such as `CONTAINER_SVC`
   */
  output(variable: string): string {
    return `{{.spectro.app.$appDeploymentName.${this.name}.${variable}}}`;
  }

  /** @internal */
  abstract _tier(): TierModel;

  /**
   * What is wrong with how the program describes the tier.
   * @internal
   */
  _problems(): string[] {
    return [];
  }
}
