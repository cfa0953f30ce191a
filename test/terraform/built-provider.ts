import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { installMirror } from "@palette-profiles/terraform-provider";

const REPOSITORY = resolve(__dirname, "../..");
const BUNDLE = join(REPOSITORY, "packages/terraform-provider/dist/bundle/provider.cjs");
const SOURCES = ["terraform-provider", "resources", "resource-kit", "profiles", "palette-api"];

let built: string | undefined;

/** The bundled provider, made anew where a source is newer. */
export function builtBundle(): string {
  built ??= build();
  return built;
}

function build(): string {
  const newest = Math.max(...SOURCES.map((name) => newestIn(join(REPOSITORY, "packages", name, "src"))));
  if (!existsSync(BUNDLE) || statSync(BUNDLE).mtimeMs < newest) {
    execFileSync(process.execPath, [join(REPOSITORY, "packages/terraform-provider/scripts/bundle.mjs")]);
  }
  return BUNDLE;
}

function newestIn(folder: string): number {
  const times = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith(".test.ts"))
    .map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs);
  return Math.max(...times);
}

let installed: { folder: string; cliConfig: string; executable: string } | undefined;

/** A mirror with the provider, shared by the tests of one file. */
export function installedProvider(): { folder: string; cliConfig: string; executable: string } {
  if (installed === undefined) {
    const folder = mkdtempSync(join(tmpdir(), "palette-mirror-"));
    const paths = { mirror: join(folder, "mirror"), cliConfig: join(folder, "terraform.tfrc") };
    installed = { folder, ...installMirror({ ...paths, bundle: builtBundle() }) };
  }
  return installed;
}
