import type { TerraformProvider } from "cdktf";

/** Which version of which profile, of those that Palette holds. */
export interface ProfileVersionProps {
  /** The profile's name. */
  readonly name: string;

  /**
   * The profile's version. The official provider must be given one.
   * @default - the newest there is whenever Terraform plans
   */
  readonly version?: string;

  /**
   * The scope: `project` or `tenant`.
   * @default "project"
   */
  readonly context?: string;

  /**
   * The project's name, in the context `project`. Not with the official provider.
   * @default - the provider's project
   */
  readonly project?: string;

  /**
   * The provider to use, in a program that has more than one.
   * @default - the stack's only PaletteProvider
   */
  readonly provider?: TerraformProvider;
}
