import { readFileSync } from "node:fs";
import { yamlErrors, yamlValue } from "@palette-profiles/profiles";
import { problem } from "./problem";

/**
 * The value that a file of JSON or YAML holds.
 * @throws {DiagnosticError} with the file, the line where one is known, and what to do.
 */
export function valueOfFile(file: string): unknown {
  const text = textOfFile(file);
  try {
    return JSON.parse(text);
  } catch {
    return valueOfYaml(text, file);
  }
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

function valueOfYaml(text: string, file: string): unknown {
  // JSON is YAML, so that YAML's errors tell the line in both.
  const [first] = yamlErrors(text);
  if (first !== undefined) {
    throw problem(
      "ImportFileSyntax",
      "The file of the profile is neither JSON nor YAML",
      `${file}, line ${first.line}, column ${first.column}: ${first.message}: ${first.excerpt.trim()}`,
    );
  }
  try {
    return yamlValue(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message.split("\n", 1)[0] : String(error);
    throw problem("ImportFileSyntax", "The file of the profile is no single YAML document", `${file}: ${reason}`);
  }
}
