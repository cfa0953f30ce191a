export { knowledgeOf } from "./cluster-profile/plan/pack-knowledge";
export { type Palette, scopeOf } from "./palette";
export { palette } from "./provider";
export { type Restored, restoreSystemProfile } from "./system-profile/restore";
