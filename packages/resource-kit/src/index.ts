export { type Applied, type ApplyRequest, apply, read, reconcile, settle } from "./apply";
export { type Diagnostic, DiagnosticError, hasErrors, toDiagnostic } from "./diagnostic";
export { type Change, diffValues } from "./diff";
export { camelCase, snakeCase } from "./naming";
export { checkApply, checkPlan } from "./oracle";
export { formatPath, type Path } from "./path";
export { type Plan, type PlanRequest, plan } from "./plan";
export {
  type DataSource,
  type DataSourceSpec,
  type Draft,
  defineDataSource,
  defineResource,
  PartialStateError,
  type PlanValues,
  type Provider,
  type Resource,
  type ResourceSpec,
  type Run,
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
  type LeafAttribute,
  s,
  terraformName,
  type Values,
} from "./schema";
export { hasUnknown, isUnknown, known, type MaybeUnknown, UNKNOWN, type Unknown, withoutUnknown } from "./unknown";
export { isEmpty, isObject, leaves, sameValue } from "./values";
