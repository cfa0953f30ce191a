/** How long all calls to Palette for one operation may take together, such as `90s` or `20m`. */
export interface ProfileTimeouts {
  /** @default "20m" */
  readonly create?: string;

  /** @default "20m" */
  readonly update?: string;

  /** @default "20m" */
  readonly delete?: string;
}
