/** How long all calls to Palette for one operation may take together, such as `90s` or `20m`. */
export interface SystemProfileTimeouts {
  /**
   * Of the adoption.
   * @default "20m"
   */
  readonly create?: string;

  /** @default "20m" */
  readonly update?: string;
}
