import { ArgumentError, type FunctionSpec, isObject, UNKNOWN } from "@palette-profiles/resource-kit";

const text = { name: "someText", description: "Any text.", type: "string" } as const;

/** Functions with parameters of every type. */
export const toyFunctions: readonly FunctionSpec[] = [
  {
    name: "join_texts",
    summary: "Joins texts",
    description: "Joins texts with something between them.",
    parameters: [text],
    variadic: { name: "parts", description: "What is joined.", type: "string" },
    returns: "string",
    call(between, ...parts) {
      const empty = parts.indexOf("");
      if (empty >= 0) throw new ArgumentError(1 + empty, `part ${empty + 1} is empty: leave it out`);
      return parts.join(String(between));
    },
  },
  {
    name: "same",
    summary: "Gives back what it gets",
    description: "Gives back what it gets, null and unknown included.",
    parameters: [{ name: "it", description: "Anything.", type: "dynamic", allowNull: true, allowUnknown: true }],
    returns: "dynamic",
    call: (it) => it,
  },
  {
    name: "count",
    summary: "Counts",
    description: "Counts what it gets.",
    parameters: [
      { name: "numbers", description: "Is added.", type: "number" },
      { name: "more", description: "Is added where true.", type: "bool" },
      { name: "texts", description: "Are counted.", type: "stringList" },
      { name: "named", description: "Are counted.", type: "stringMap", allowNull: true },
    ],
    returns: "number",
    deprecated: "use `length`",
    call(start, more, texts, named) {
      const names = isObject(named) ? Object.keys(named).length : 0;
      return Number(start) + Number(more) + (Array.isArray(texts) ? texts.length : 0) + names;
    },
  },
  {
    name: "later",
    summary: "Is never known",
    description: "Is never known.",
    parameters: [],
    returns: "stringMap",
    call: () => UNKNOWN,
  },
];
