export { type ContainerModel, type ContainerVolume, containerObject, containerValues } from "./app/container";
export { containerOf } from "./app/container-of";
export { outputVariablesOf } from "./app/outputs";
export { SERVICES, type ServiceDescription, type ServiceName, type ServiceProperty } from "./app/service-table";
export {
  type MinioInput,
  type MongodbInput,
  type MysqlInput,
  minio,
  mongodb,
  mysql,
  type OtherServiceInput,
  type PostgresInput,
  postgres,
  type RedisInput,
  redis,
  type ServiceInput,
  service,
  type VaultInput,
  vault,
} from "./app/services";
export { validateAppProfile } from "./app-rules/validate-app-profile";
export { checkScope } from "./config-rules/scope";
export {
  type ProfileSettings,
  validateAppProfileConfig,
  validateLayersConfig,
  validateProfileConfig,
} from "./config-rules/validate-config";
export { checkVersionSettings } from "./config-rules/version-settings";
export { commonEntries, LIKE_ENOUGH } from "./diff/align";
export { type CertificateFacts, certificatesOf } from "./diff/certificates";
export type { ProfileChange } from "./diff/changes";
export { diffAppProfiles } from "./diff/diff-app-profiles";
export { diffLines, type TextHunk } from "./diff/diff-lines";
export { diffProfiles, type ProfileDiff } from "./diff/diff-profiles";
export { layersByKey, tiersByKey } from "./diff/layers-by-key";
export { type TextChange, textChange } from "./diff/text-change";
export { ExportedProfileError, exportedProfile, isMaskedDefault } from "./exports/exported-profile";
export { jsonOrYaml, type NoValue } from "./exports/json-or-yaml";
export { APP_PROFILE_CONTEXTS, type AppProfileModel, TIER_TYPES, type TierModel } from "./model/app-profile";
export { displayNameOf, layerKey } from "./model/layer-key";
export { packNameOf } from "./model/pack-name";
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
export { type DeepFields, type DeepMaybeUnknown, UNKNOWN } from "./model/unknown";
export { nearest } from "./nearest";
export {
  checkStack,
  INFRA_LAYERS,
  isInfra,
  isTrain,
  LAYER_WORDS,
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
export {
  type AllowedRegistries,
  type AllowedScope,
  addTags,
  allowRegistries,
  type ClearSecrets,
  checkRules,
  type Facts,
  type Finding,
  findSingleReplicas,
  findTags,
  forbidClearSecrets,
  forbidPrivileged,
  givesNode,
  guardSystemProfile,
  imageProblem,
  isClearSecret,
  keepProfile,
  type Leaf,
  type Level,
  leavesIn,
  leavesOf,
  limitScope,
  type OptionSchema,
  type OptionsOf,
  type PolicyOptions,
  type PrivilegedManifests,
  type ProfileKind,
  type ProfileProperties,
  type ProtectedProfiles,
  pinImages,
  pinTags,
  protectProfiles,
  type RequiredTags,
  type RequiredVersion,
  type Rule,
  type RuleCode,
  requireDescription,
  requireTags,
  requireVersion,
  rules,
  type SetFinding,
  type SetRule,
  type SystemProfileGuard,
  setRules,
  tagKey,
  tellFinding,
} from "./policies";
export { presetsOf } from "./presets";
export { type Reference, type ReferenceKind, references, variableReferences } from "./references";
export { APP_SYSTEM_REFERENCES, SYSTEM_REFERENCES } from "./references-system";
export type { Problem, ProblemCode } from "./rules/problem";
export { validateLayers } from "./rules/validate-layers";
export { validateProfile } from "./rules/validate-profile";
export { isSecretName, isSecretPath, mayHoldSecret } from "./secret-names";
export { hasTag, labelsOf, tagsOf } from "./tags";
export { type ValuesSource, type ValuesTypes, valuesTypes } from "./values-types/values-types";
export { isProfileVersion, sameVersion, versionCompare } from "./version";
export { diffYaml, type LeafChange, type YamlDiff } from "./yaml/diff";
export { sameYaml } from "./yaml/equal";
export { withoutText, type YamlError, yamlErrors } from "./yaml/errors";
export { keyPaths } from "./yaml/key-paths";
export type { MergedYaml } from "./yaml/lay-over";
export { mergeYaml } from "./yaml/merge";
export { YamlMergeError } from "./yaml/merge-error";
export { type MergeConflict, mergeThreeWays, type ThreeWayMerge, type ThreeWays } from "./yaml/merge-three-ways";
export { indexPath, keyPath, markPath, type PathStep, pathSteps } from "./yaml/path";
export { type PlacedYaml, placedYaml, type YamlPlace } from "./yaml/placed-yaml";
export { type QuotedText, quotedTexts } from "./yaml/quoted-texts";
export type { WrittenScalar } from "./yaml/scalar";
export { plainKind } from "./yaml/scalar";
export { yamlText } from "./yaml/yaml-text";
export { yamlValue } from "./yaml/yaml-value";
