import type { TerraformProvider } from "cdktf";

/** Which registry, of those that Palette has. */
export interface PackRegistryProps {
  /** The registry's name, such as `Public Repo`. */
  readonly name: string;

  /**
   * What it holds, where registries of two kinds share a name: `spectro`, packs; `helm`, charts; or `oci`, either.
   * @default - any
   */
  readonly type?: string;

  /**
   * The provider to use, in a program that has more than one.
   * @default - the stack's only PaletteProvider
   */
  readonly provider?: TerraformProvider;
}
