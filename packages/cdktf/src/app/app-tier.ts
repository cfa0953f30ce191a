/** A tier of an app profile, for those after it to use. */
export class AppTier {
  constructor(
    /** The tier's name in the profile. */
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
}
