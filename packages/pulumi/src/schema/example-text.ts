/** An example as it ends a description: a text of several lines stands as YAML, what is no text as JSON. */
export function exampleText(example: unknown): string {
  if (typeof example === "string" && example.includes("\n"))
    return `Example:\n\n\`\`\`yaml\n${example.trimEnd()}\n\`\`\``;
  return `Example: \`${typeof example === "string" ? example : JSON.stringify(example)}\`.`;
}
