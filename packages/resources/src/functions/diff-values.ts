import { diffYaml, type LeafChange, yamlErrors } from "@palette-profiles/profiles";
import { ArgumentError, type FunctionSpec } from "@palette-profiles/resource-kit";

export const diffValues: FunctionSpec = {
  name: "diff_values",
  summary: "Tells how two YAML texts differ",
  description: `The changes that lead from one YAML text to another, one a line: \`~\` for what changed, \`+\` for what came, \`-\` for what went, \`>\` for an entry that moved in its list. Formatting, comments and the order of keys are no change, so texts that mean the same give an empty list. Values are written as JSON.

Nothing is masked: the values are those that were given.`,
  terraform: `Where one of them is sensitive, Terraform makes the result so too.

\`\`\`terraform
provider::palette::diff_values("replicas: 1", "replicas: 3\\nha: true")
# ["~ replicas: 1 -> 3", "+ ha: true"]
\`\`\``,
  parameters: [
    { name: "before", description: "YAML, of one or more documents.", type: "string", example: "replicas: 1" },
    { name: "after", description: "YAML, of one or more documents.", type: "string", example: "replicas: 3" },
  ],
  returns: "stringList",
  returnsExample: ["~ replicas: 1 -> 3"],
  call(before, after) {
    const texts = [before, after].map((text, index) => parsing(text as string, index));
    return diffYaml(texts[0]!, texts[1]!).changes.map(line);
  },
};

function parsing(text: string, argument: number): string {
  const [first] = yamlErrors(text);
  if (first === undefined) return text;
  const { line, column, message, excerpt } = first;
  throw new ArgumentError(argument, `not YAML in line ${line}, column ${column}: ${message} (${excerpt})`);
}

function line({ path, kind, before, after }: LeafChange): string {
  const at = path === "" ? "(all)" : path;
  switch (kind) {
    case "add":
      return `+ ${at}: ${written(after)}`;
    case "remove":
      return `- ${at}: ${written(before)}`;
    case "move":
      return `> ${at}: from place ${written(before)} to ${written(after)}`;
    default:
      return `~ ${at}: ${written(before)} -> ${written(after)}`;
  }
}

/** One line of JSON; numbers that JSON does not have, as YAML has them. */
function written(value: unknown): string {
  const text = JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === "bigint" || (typeof inner === "number" && !Number.isFinite(inner)) ? String(inner) : inner,
  );
  return text ?? "null";
}
