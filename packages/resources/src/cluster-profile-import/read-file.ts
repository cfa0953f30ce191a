import { readFileSync } from "node:fs";
import { jsonOrYaml } from "@palette-profiles/profiles";
import { problem } from "./problem";

/**
 * The value that a file of JSON or YAML holds.
 * @throws {DiagnosticError} with the file, the line where one is known, and what to do.
 */
export function valueOfFile(file: string): unknown {
  const found = jsonOrYaml(textOfFile(file));
  if ("value" in found) return found.value;
  throw problem("ImportFileSyntax", `The file of the profile is ${found.what}`, `${file}${found.where}`);
}

function textOfFile(file: string): string {
  try {
    return readFileSync(file, "utf8").replace(/^\uFEFF/, "");
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") {
      const detail = `There is no file ${file}. A relative path counts from the folder in which Terraform runs, ${process.cwd()}: write "\${path.module}/…" for a file beside the module's own.`;
      throw problem("NoImportFile", "The file of the profile is missing", detail);
    }
    const reason = code === "EISDIR" ? "it is a folder" : message;
    throw problem(
      "UnreadableImportFile",
      "The file of the profile cannot be read",
      `${file} cannot be read: ${reason}.`,
    );
  }
}
