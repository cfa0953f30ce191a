import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { withoutText, yamlErrors } from "@palette-profiles/profiles";

/**
 * The YAML of a file, of one or more documents. A byte order mark is left out, and the rest is as it stands.
 *
 * @param path from the folder that the program runs in
 * @throws where there is no such file, or where it is no YAML in UTF-8. What stands in it is in no message, since that may be secret
 */
export function valuesFile(path: string): string {
  const text = utf8(path, bytesOf(path));
  const [error] = yamlErrors(text);
  if (error === undefined) return text;
  throw new Error(
    `InvalidYaml: "${path}" is not valid YAML (line ${error.line}, column ${error.column}): ${withoutText(error.message)}; correct it there`,
  );
}

function bytesOf(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Error(`UnreadableFile: ${WHY[code ?? ""]?.(path) ?? `"${path}" cannot be read (${code})`}`);
  }
}

const WHY: Record<string, (path: string) => string> = {
  ENOENT: (path) =>
    `there is no file "${path}", which would be ${resolve(path)}; a path goes from the folder that the program runs in, or begins with __dirname`,
  EISDIR: (path) => `"${path}" is a folder; name a file within it, such as "${path.replace(/\/+$/, "")}/values.yaml"`,
};

function utf8(path: string, bytes: Buffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
    const { line, column } = utf16 ? { line: 1, column: 1 } : firstBadPlace(bytes);
    throw new Error(
      `InvalidEncoding: "${path}" is not text in UTF-8 (line ${line}, column ${column})${utf16 ? ", but in UTF-16" : ""}; save it as UTF-8`,
    );
  }
}

/** Where the first bytes stand that are no character of UTF-8. */
function firstBadPlace(bytes: Buffer): { line: number; column: number } {
  // A byte order mark counts as a character here and for editors alike: as none.
  const before = bytes
    .toString("utf8")
    .replace(/^\uFEFF/, "")
    .split("\uFFFD", 1)[0]!;
  const lines = before.split("\n");
  return { line: lines.length, column: lines.at(-1)!.length + 1 };
}
