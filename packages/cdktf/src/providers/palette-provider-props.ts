/** Where Palette is, who asks, and which Terraform provider does it. */
export interface PaletteProviderProps {
  /**
   * The Terraform provider beneath all constructs: `palette`, ours; or `spectrocloud`, the official one. With the official
   * one, synth refuses what it cannot do, with the reason. Source of its schema: its own documentation.
   * @default "palette"
   */
  readonly implementation?: string;

  /**
   * `spectrocloud`, where profiles of this program were deployed with the official provider until now: Terraform moves
   * each to our provider, and makes nothing anew. Stays without effect once that is applied.
   * @default - nothing is moved
   */
  readonly movedFrom?: string;

  /**
   * Palette's host, such as `api.spectrocloud.com`, or a URL.
   * @default - SPECTROCLOUD_HOST, or else Palette's own cloud
   */
  readonly host?: string;

  /**
   * An API key. It would stand in `cdktf.out`: prefer the environment, or a sensitive `TerraformVariable`.
   * @default - SPECTROCLOUD_APIKEY
   */
  readonly apiKey?: string;

  /**
   * The project of resources that name none.
   * @default - SPECTROCLOUD_PROJECT, or else "Default"; with the official provider always "Default"
   */
  readonly projectName?: string;

  /**
   * How often a call that failed is made again, where that does no harm.
   * @default 4
   */
  readonly retryAttempts?: number;

  /**
   * A file with the certificate, in PEM, of the CA of a self-hosted Palette. Not with the official provider.
   * @default - SPECTROCLOUD_CA_FILE, or else the CAs that all programs trust
   */
  readonly caFile?: string;

  /**
   * Takes any certificate, so that whoever answers gets the API key. For a trial alone; give `caFile` instead.
   * @default false
   */
  readonly ignoreInsecureTlsError?: boolean;

  /**
   * For system profiles alone, in place of a token: a system administrator's email address.
   * @default - SPECTROCLOUD_SYSTEM_EMAIL
   */
  readonly systemEmail?: string;

  /**
   * The password to `systemEmail`. It would stand in `cdktf.out`.
   * @default - SPECTROCLOUD_SYSTEM_PASSWORD
   */
  readonly systemPassword?: string;

  /**
   * For system profiles alone: the token of a system administrator, which lives 15 minutes.
   * @default - SPECTROCLOUD_SYSTEM_TOKEN
   */
  readonly systemToken?: string;

  /**
   * Tells apart several providers of one stack; resources then name theirs by `provider`.
   * @default - the stack's default provider
   */
  readonly alias?: string;
}
