import { resolved, type YamlTree } from "../yaml/tree";
import type { PackKnowledge, ValueRule } from "./knowledge";
import { type PackProblem, packError, packWarning } from "./problem";
import { inStack, type PlannedLayer, type Stack } from "./stack";
import { isPassword, wrongFormat } from "./value-format";
import { scalarText, type ValuePlace, valuesAt, valuesTree } from "./values-at";

/** V21: what the packs demand of their values, over what the layers write. Templates are filled in later, so they pass. */
export function checkValues({ layers }: Stack): PackProblem[] {
  return layers.flatMap((layer) => {
    const { knowledge, edited } = layer;
    if (!edited || knowledge === undefined || knowledge.schema.length === 0) return [];
    if (layer.values !== undefined) return checkText(layer, knowledge, layer.values, "values");
    if (layer.overrides !== undefined) return checkText(layer, knowledge, layer.overrides, "overrides");
    return checkOwn(layer, knowledge);
  });
}

type Written = "values" | "overrides";

function checkText(layer: PlannedLayer, knowledge: PackKnowledge, text: string, attribute: Written): PackProblem[] {
  const tree = valuesTree(text);
  // An empty text, and one that does not parse, which another rule tells.
  if (tree === undefined && text.trim() !== "") return [];
  // The pack's own values may be long, and few rules need them.
  let own: { tree: YamlTree | undefined } | undefined;
  const ownAt = (name: string) => {
    own ??= { tree: valuesTree(knowledge.values) };
    return valuesAt(own.tree, name)[0]?.node;
  };
  return knowledge.schema.flatMap((rule) =>
    valuesAt(tree, rule.name).flatMap((place) => checkPlace(layer, rule, place, ownAt, attribute)),
  );
}

function checkPlace(
  layer: PlannedLayer,
  rule: ValueRule,
  { path, node }: ValuePlace,
  ownAt: (name: string) => YamlTree | undefined,
  attribute: Written,
): PackProblem[] {
  const at = inStack(layer, attribute);
  if (node === undefined) {
    // Overrides lie over the pack's own values.
    if (attribute === "overrides" || !(rule.required || rule.readonly)) return [];
    return leftOut(layer, rule, path, ownAt(rule.name), at);
  }
  const text = scalarText(node);
  if (text?.includes("{{")) return [];
  const fixed = rule.readonly ? ownAt(rule.name) : undefined;
  if (fixed !== undefined && resolved(fixed).digest !== resolved(node).digest) {
    return [
      packError(
        "ReadonlyValue",
        at,
        `${path} of "${layer.name}" cannot be changed`,
        `The pack "${layer.pack}" does not let ${path} be changed: it is ${show(rule, text)}, and must be ${show(rule, scalarText(fixed))}.${hintsOf(rule)}`,
      ),
    ];
  }
  if (text === "") {
    if (!rule.required) return [];
    return [
      packError(
        "RequiredValue",
        at,
        `${path} of "${layer.name}" is empty`,
        `The pack "${layer.pack}" requires a value for ${path}, and it is empty: give one.${hintsOf(rule)}`,
      ),
    ];
  }
  // Without a format anything goes.
  if (!rule.format && !rule.regex && !rule.type) return [];
  const wrong = text === undefined ? "must be a single value, not a map or a list" : wrongFormat(rule, text);
  if (wrong === undefined) return [];
  return [
    packError(
      "InvalidValue",
      at,
      `${path} of "${layer.name}" is not what the pack takes`,
      isPassword(rule)
        ? `${path} of "${layer.name}" is not what the pack "${layer.pack}" takes for this password.${hintsOf(rule)}`
        : `${path} of "${layer.name}" is ${show(rule, text)}: it ${wrong}.${hintsOf(rule)}`,
    ),
  ];
}

/** Whether Palette falls back on the pack's own value for what values leave out is not documented, so it is a warning. */
function leftOut(
  layer: PlannedLayer,
  rule: ValueRule,
  path: string,
  own: YamlTree | undefined,
  at: PackProblem["path"],
): PackProblem[] {
  const text = own === undefined ? undefined : scalarText(own);
  const summary = `The values of "${layer.name}" leave out ${path}`;
  const demand = `The pack "${layer.pack}" ${rule.readonly ? "does not let" : "requires"} ${path}${rule.readonly ? " be changed" : ""}, and the values leave it out`;
  if (text === undefined || text === "") {
    if (!rule.required) return [];
    return [packError("RequiredValue", at, summary, `${demand}: give one.${hintsOf(rule)}`)];
  }
  return [
    packWarning(
      rule.required ? "RequiredValue" : "ReadonlyValue",
      at,
      summary,
      `${demand}: Palette may refuse them. Put back the pack's own, ${show(rule, text)}, or another${rule.readonly ? " pack" : ""}.${hintsOf(rule)}`,
    ),
  ];
}

/** A layer that gives no values, over a pack that cannot do without some. */
function checkOwn(layer: PlannedLayer, knowledge: PackKnowledge): PackProblem[] {
  const required = knowledge.schema.filter((rule) => rule.required);
  if (required.length === 0) return [];
  const own = valuesTree(knowledge.values);
  return required.flatMap((rule) =>
    valuesAt(own, rule.name).flatMap(({ path, node }) => {
      if (node !== undefined && scalarText(node) !== "") return [];
      return packWarning(
        "RequiredValue",
        inStack(layer, "values"),
        `"${layer.name}" needs a value for ${path}`,
        `The pack "${layer.pack}" requires a value for ${path}, and has none of its own: Palette may refuse the layer as it is. Give the layer values or overrides with it.${hintsOf(rule)}`,
      );
    }),
  );
}

function show(rule: ValueRule, text: string | undefined): string {
  if (text === undefined) return "a map or a list";
  return isPassword(rule) ? "(hidden)" : `"${text.length > 80 ? `${text.slice(0, 80)}...` : text}"`;
}

function hintsOf({ hints = [] }: ValueRule): string {
  return hints.length === 0 ? "" : ` The pack says: ${hints.join("; ")}`;
}
