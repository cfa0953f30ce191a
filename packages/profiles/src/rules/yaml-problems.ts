import { yamlErrors } from "../yaml/errors";
import { error, type Problem } from "./problem";
import type { ProfileText } from "./texts";

/** One text may break in many places because of one slip, so only the first three are told. */
export function yamlProblems({ text, path, what, plural }: ProfileText): Problem[] {
  return yamlErrors(text)
    .slice(0, 3)
    .map(({ line, column, message, excerpt }) => {
      const place = `line ${line}, column ${column}`;
      const shown = excerpt === "" ? "" : `, at \`${excerpt}\``;
      const verb = plural ? "are" : "is";
      return error("InvalidYaml", path, `${what} ${verb} not valid YAML (${place}): ${message}${shown}`, {
        line,
        column,
      });
    });
}
