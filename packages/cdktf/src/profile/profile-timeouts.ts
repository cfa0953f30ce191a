/** How long all calls to Palette for one operation may take together, such as `90s` or `20m`. */
export interface ProfileTimeouts {
  /**
   * To make the profile.
   * @default "20m"
   */
  readonly create?: string;

  /**
   * To change it, or to make another version of it.
   * @default "20m"
   */
  readonly update?: string;

  /**
   * To delete its versions.
   * @default "20m"
   */
  readonly delete?: string;
}
