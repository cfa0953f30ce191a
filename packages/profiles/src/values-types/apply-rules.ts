import type { ValueRule } from "../packs/knowledge";
import type { KeyShape, ScalarKind, Shape } from "./shape";

/** Puts what the pack demands of its values into their shape: choices, kinds, and words beside the key. */
export function applyRules(values: Shape, rules: readonly ValueRule[]): void {
  for (const rule of rules) {
    const key = keyAt(values, rule.name.split("."));
    if (key === undefined) continue;
    key.says = [...key.says, ...wordsOf(rule).filter((words) => !key.says.includes(words))];
    const { scalars } = key.shape;
    if (rule.listOptions !== undefined && rule.listOptions.length > 0) key.shape.choices = rule.listOptions;
    else if (key.shape.map === undefined && key.shape.list === undefined && isOpen(scalars)) {
      const kind = kindOf(rule);
      if (kind !== undefined) key.shape.scalars = new Set([kind]);
    }
  }
}

/** The default tells nothing of the kind. */
function isOpen(scalars: ReadonlySet<ScalarKind>): boolean {
  return [...scalars].every((kind) => kind === "null" || kind === "empty");
}

function wordsOf({ hints, required, readonly, format, regex, listOptions }: ValueRule): string[] {
  const told = listOptions?.length || !format || /^(?:\$\{)?\w+\}?$/.test(format);
  return [
    ...(hints ?? []),
    ...(required ? ["The pack requires a value."] : []),
    ...(readonly ? ["The pack does not let it be changed."] : []),
    ...(regex ? [`Must match \`${regex}\`.`] : []),
    // A mere kind, and choices, are told by the type.
    ...(told ? [] : [`Format: \`${format}\`.`]),
  ];
}

function kindOf({ type, format }: ValueRule): "string" | "number" | "boolean" | undefined {
  const word = type || /^(?:\$\{)?(\w+)/.exec(format ?? "")?.[1];
  if (word === undefined || word === "list") return undefined;
  return word === "number" || word === "boolean" ? word : "string";
}

/** Keys may hold dots themselves; `$[]` is each entry of a list. */
function keyAt(shape: Shape, steps: readonly string[]): KeyShape | undefined {
  if (steps[0] === "$[]") return shape.list && keyAt(shape.list.item, steps.slice(1));
  for (let taken = 1; taken <= steps.length; taken++) {
    const found = shape.map?.keys.get(steps.slice(0, taken).join("."));
    if (found === undefined) continue;
    return taken === steps.length ? found : keyAt(found.shape, steps.slice(taken));
  }
  return undefined;
}
