/** How long all calls to Palette for one operation may take together, such as `90s` or `20m`. */
export interface SystemProfileTimeouts {
  /**
   * To adopt the profile.
   * @default "20m"
   */
  readonly create?: string;

  /**
   * To change it.
   * @default "20m"
   */
  readonly update?: string;
}
