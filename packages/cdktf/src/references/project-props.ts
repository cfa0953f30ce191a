import type { TerraformProvider } from "cdktf";

/** Which project, of those of the tenant. */
export interface ProjectProps {
  /** The project's name. */
  readonly name: string;

  /**
   * The provider to use, in a program that has more than one.
   * @default - the stack's only PaletteProvider
   */
  readonly provider?: TerraformProvider;
}
