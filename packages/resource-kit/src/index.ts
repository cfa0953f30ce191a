export { type Applied, type ApplyRequest, apply, read, reconcile, settle } from "./apply";
export { configOf } from "./config-of";
export { type Diagnostic, DiagnosticError, hasErrors, toDiagnostic } from "./diagnostic";
export { type Change, diffValues } from "./diff";
export type { EphemeralSpec, Opened, Renewed } from "./ephemeral";
export { ArgumentError, type FunctionParameter, type FunctionSpec, type FunctionType } from "./function";
export type { IdentitySpec } from "./identity";
export type { Listed, ListRun, ListSpec } from "./list";
export type { MoveSpec } from "./move";
export { camelCase, snakeCase } from "./naming";
export { checkApply, checkPlan } from "./oracle";
export { formatPath, type Path } from "./path";
export { type Plan, type PlanRequest, plan } from "./plan";
export { propose } from "./propose";
export {
  type DataSource,
  type DataSourceSpec,
  type Draft,
  defineDataSource,
  defineResource,
  PartialStateError,
  type PlanValues,
  type Provider,
  type ReadRun,
  type Resource,
  type ResourceSpec,
  type Run,
  type WriteRun,
} from "./resource";
export {
  type AnyValues,
  type Attribute,
  type Attributes,
  type BlockAttribute,
  type BlockListAttribute,
  defaultOf,
  isBlock,
  isComputed,
  isWriteOnly,
  type LeafAttribute,
  s,
  terraformName,
  type Values,
} from "./schema";
export { hasUnknown, isUnknown, known, type MaybeUnknown, UNKNOWN, type Unknown, withoutUnknown } from "./unknown";
export { isEmpty, isObject, keysOf, leaves, sameValue } from "./values";
export { withoutWriteOnly, writeOnlyPaths } from "./write-only";
