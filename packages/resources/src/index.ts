export { type Palette, scopeOf } from "./palette";
export { palette } from "./provider";
export { type Restored, restoreSystemProfile } from "./system-profile/restore";
