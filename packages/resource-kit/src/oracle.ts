import { formatPath, type Path } from "./path";
import { type AnyValues, type Attribute, type Attributes, isComputed, isWriteOnly } from "./schema";
import { hasUnknown, UNKNOWN } from "./unknown";
import { isObject } from "./values";

/**
 * Judges a plan by the rules that Terraform enforces on every provider: a non-null config value is planned as it is or
 * as it was; what the config leaves out is planned only where the attribute is computed; blocks keep the config's count.
 * Source: "Resource instance change lifecycle" in Terraform's documentation.
 * @returns one sentence a violation; empty where Terraform would accept the plan.
 */
export function checkPlan(
  attributes: Attributes,
  it: { prior?: AnyValues | undefined; config: AnyValues; planned: AnyValues },
): string[] {
  return checkPlanAt(attributes, it.prior ?? {}, it.config, it.planned, []);
}

function checkPlanAt(
  attributes: Attributes,
  prior: AnyValues,
  config: AnyValues,
  planned: AnyValues,
  path: Path,
): string[] {
  return Object.entries(attributes).flatMap(([name, attribute]) =>
    checkPlanned(attribute, prior[name], config[name], planned[name], [...path, name]),
  );
}

function checkPlanned(attribute: Attribute, prior: unknown, config: unknown, planned: unknown, path: Path): string[] {
  const at = formatPath(path);
  if (attribute.kind === "block") {
    if (config === UNKNOWN || planned === UNKNOWN)
      return config === planned ? [] : [`${at}: an unknown block must stay so`];
    if (!isObject(config)) return planned === undefined ? [] : [`${at}: planned a block that the config does not have`];
    if (!isObject(planned)) return [`${at}: the config's block is not planned`];
    return checkPlanAt(attribute.attributes, isObject(prior) ? prior : {}, config, planned, path);
  }
  if (attribute.kind === "blockList") {
    if (config === UNKNOWN || planned === UNKNOWN)
      return config === planned ? [] : [`${at}: an unknown list must stay so`];
    const [wanted, got] = [listOf(config), listOf(planned)];
    if (wanted.length !== got.length) return [`${at}: the config has ${wanted.length} blocks, the plan ${got.length}`];
    return wanted.flatMap((element, index) => {
      const here = [...path, index];
      const next = got[index];
      if (!isObject(element)) return next === element ? [] : [`${formatPath(here)}: an unknown block must stay so`];
      if (!isObject(next)) return [`${formatPath(here)}: a planned block may not be wholly unknown`];
      const before = listOf(prior)[index];
      return checkPlanAt(attribute.attributes, isObject(before) ? before : {}, element, next, here);
    });
  }
  if (isWriteOnly(attribute)) return planned === undefined ? [] : [`${at}: planned a write-only value`];
  if (identical(planned, config)) return [];
  if (config !== undefined) {
    if (prior !== undefined && identical(planned, prior)) return [];
    return [`${at}: the plan is neither the config's value nor the one before`];
  }
  return isComputed(attribute) || attribute.stays === true
    ? []
    : [`${at}: planned a value that the config leaves out and that is not computed`];
}

/**
 * Judges an apply's result by Terraform's rules: what was planned as known is in the state to the letter, what was
 * unknown is now known, and blocks keep their count.
 * @returns one sentence a violation.
 */
export function checkApply(attributes: Attributes, it: { planned: AnyValues; state: AnyValues }): string[] {
  return checkApplyAt(attributes, it.planned, it.state, []);
}

function checkApplyAt(attributes: Attributes, planned: AnyValues, state: AnyValues, path: Path): string[] {
  return Object.entries(attributes).flatMap(([name, attribute]) =>
    checkApplied(attribute, planned[name], state[name], [...path, name]),
  );
}

function checkApplied(attribute: Attribute, planned: unknown, state: unknown, path: Path): string[] {
  const at = formatPath(path);
  if (isWriteOnly(attribute)) return state === undefined ? [] : [`${at}: a write-only value is in the state`];
  if (planned === UNKNOWN) return hasUnknown(state) ? [`${at}: still unknown after the apply`] : [];
  if (attribute.kind === "block" && isObject(planned)) {
    return isObject(state) ? checkApplyAt(attribute.attributes, planned, state, path) : [`${at}: the block is gone`];
  }
  if (attribute.kind === "blockList") {
    const [wanted, got] = [listOf(planned), listOf(state)];
    if (wanted.length !== got.length) return [`${at}: ${wanted.length} blocks were planned, ${got.length} are there`];
    return wanted.flatMap((element, index) => {
      const there = got[index];
      const here = [...path, index];
      if (isObject(element) && isObject(there)) return checkApplyAt(attribute.attributes, element, there, here);
      return element === UNKNOWN && !hasUnknown(there) ? [] : [`${formatPath(here)}: not what was planned`];
    });
  }
  return identical(planned, state) ? [] : [`${at}: not what was planned`];
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Equal to the letter, absent and `undefined` alike. */
function identical(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item, index) => identical(item, b[index]));
  if (!isObject(a) || !isObject(b)) return false;
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((name) => identical(a[name], b[name]));
}
