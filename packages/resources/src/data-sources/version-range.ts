import { DiagnosticError } from "@palette-profiles/resource-kit";
import type { Range, SemVer } from "semver";

/** Loaded when a range is first asked for: few programs do, and every start would pay for it. */
function semver(): typeof import("semver") {
  return require("semver") as typeof import("semver");
}

/**
 * Whether a version lies in a range such as `>=1.2.0 <2.0.0`, `1.x` or `^1.4.0 || 3.0.0`, with spaces or commas between.
 * A version with a pre-release lies in none that does not name one, as npm has it; one that is no semantic version in none.
 * @throws {DiagnosticError} `InvalidRange` at `version`.
 */
export function inRange(text: string): (version: string) => boolean {
  const range = rangeOf(text);
  return (version) => {
    const found = semantic(version);
    return found !== undefined && range.test(found);
  };
}

function rangeOf(text: string): Range {
  // Terraform and npm mean different things by ~> 1.2.
  if (text.includes("~>")) throw invalid(text, "~> means one thing in Terraform and another elsewhere");
  if (text.trim() === "") throw invalid(text, "it is empty");
  try {
    return new (semver().Range)(text.replaceAll(",", " "));
  } catch {
    throw invalid(text, "it is no range");
  }
}

/** `1` and `1.2` are `1.0.0` and `1.2.0`, as Palette has them. */
function semantic(version: string): SemVer | undefined {
  const short = /^\d+(?:\.\d+)?$/.exec(version);
  try {
    return new (semver().SemVer)(short === null ? version : `${version}${version.includes(".") ? ".0" : ".0.0"}`);
  } catch {
    return undefined;
  }
}

function invalid(text: string, why: string): DiagnosticError {
  return new DiagnosticError({
    code: "InvalidRange",
    path: ["version"],
    summary: "Not a range of versions",
    detail: `version is "${text}": ${why}. Write one version, or a range such as ">=1.2.0 <2.0.0".`,
  });
}
