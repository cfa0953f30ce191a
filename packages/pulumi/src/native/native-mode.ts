import type { Mode } from "../program/mode";
import { version } from "./version";

/** Resources that the plugin `pulumi-resource-palette` runs. */
export const nativeMode: Mode = {
  typeOf: (resource) => `palette:index:${resource}`,
  beside: () => ({}),
  options: { version },
};
