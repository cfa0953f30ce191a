import type { VariableModel } from "../model/profile";
import { type DeepFields, knownText } from "../model/unknown";
import { alignByKey } from "./align";
import { fieldChange, hideMarked, type ProfileChange } from "./changes";
import { uniqueKeys } from "./unique-keys";

type Variable = DeepFields<VariableModel>;

const TEXTS = ["displayName", "format", "description", "defaultValue", "regex", "inputType"] as const;
const FLAGS = ["required", "immutable", "isSensitive", "hidden"] as const;

/** Variables are known by name; their order is told, since it is the order of the screens that ask for values. */
export function diffVariables(before: Variable[], after: Variable[]): ProfileChange[] {
  const keyOf = uniqueKeys([before, after], (variable, index) => knownText(variable.name) ?? `variable ${index + 1}`);
  const found = alignByKey(before, after, keyOf, (a, b) => Number(isRenamed(a, b)));
  const changes: ProfileChange[] = [];
  for (const { item } of found.removed) changes.push({ variable: keyOf(item), path: "", kind: "remove" });
  for (const pair of found.pairs) {
    const variable = keyOf(pair.before);
    const newName = keyOf(pair.after);
    if (variable !== newName) changes.push({ variable, path: "", kind: "rename", before: variable, after: newName });
    if (pair.moved) changes.push({ variable, path: "", kind: "move", before: pair.from + 1, after: pair.to + 1 });
    changes.push(...hideMarked(diffVariable(variable, pair.before, pair.after), pair.before, pair.after));
  }
  for (const { item } of found.added) changes.push({ variable: keyOf(item), path: "", kind: "add" });
  return changes;
}

function diffVariable(variable: string, before: Variable, after: Variable): ProfileChange[] {
  const sensitive = before.isSensitive === true || after.isSensitive === true;
  const texts = TEXTS.flatMap((field) => {
    const changes = fieldChange({ variable }, field, before[field], after[field]);
    return field === "defaultValue" && sensitive ? changes.map((change) => ({ ...change, sensitive: true })) : changes;
  });
  const flags = FLAGS.flatMap((field) =>
    fieldChange({ variable }, field, before[field] ?? false, after[field] ?? false),
  );
  const options = [before.options ?? [], after.options ?? []] as const;
  if (JSON.stringify(options[0]) === JSON.stringify(options[1])) return [...texts, ...flags];
  return [...texts, ...flags, { variable, path: "options", kind: "change", before: options[0], after: options[1] }];
}

function isRenamed(before: Variable, after: Variable): boolean {
  return (
    knownText(before.displayName) !== undefined &&
    JSON.stringify({ ...before, name: "" }) === JSON.stringify({ ...after, name: "" })
  );
}
