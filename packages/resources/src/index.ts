export type { Palette } from "./palette";
export { palette } from "./provider";
