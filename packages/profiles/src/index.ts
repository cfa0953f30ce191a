export type { ProfileChange } from "./diff/changes";
export { diffProfiles, type ProfileDiff } from "./diff/diff-profiles";
export { displayNameOf, layerKey } from "./model/layer-key";
export {
  type LayerModel,
  type ManifestModel,
  type Marked,
  PROFILE_CONTEXTS,
  PROFILE_TYPES,
  type ProfileModel,
  type VariableModel,
  type VariableOption,
} from "./model/profile";
export { type DeepMaybeUnknown, UNKNOWN } from "./model/unknown";
export { nearest } from "./nearest";
export {
  checkStack,
  isTrain,
  type LayerKind,
  type PackConstraint,
  type PackKnowledge,
  type PackProblem,
  type PackProblemCode,
  type PackState,
  type PlannedLayer,
  type Stack,
  type StackLayer,
} from "./packs";
export { presetsOf } from "./presets";
export { type Reference, type ReferenceKind, references, variableReferences } from "./references";
export { SYSTEM_REFERENCES } from "./references-system";
export type { Problem, ProblemCode } from "./rules/problem";
export { validateProfile } from "./rules/validate-profile";
export { isProfileVersion, sameVersion, versionCompare } from "./version";
export { diffYaml, type LeafChange, type YamlDiff } from "./yaml/diff";
export { sameYaml } from "./yaml/equal";
export { type YamlError, yamlErrors } from "./yaml/errors";
export { keyPaths } from "./yaml/key-paths";
export { type MergedYaml, mergeYaml, YamlMergeError } from "./yaml/merge";
export { type PathStep, pathSteps } from "./yaml/path";
export type { WrittenScalar } from "./yaml/scalar";
export { plainKind } from "./yaml/scalar";
export { yamlText } from "./yaml/yaml-text";
