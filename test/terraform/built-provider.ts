import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { type Installed, installMirror } from "@palette-profiles/terraform-provider";

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

/** A mirror with the provider; installing it again changes nothing, so that all tests share it. */
export function installedProvider(): Installed {
  const folder = join(dirname(BUNDLE), "../test-mirror");
  return installMirror({
    mirror: join(folder, "mirror"),
    cliConfig: join(folder, "terraform.tfrc"),
    bundle: builtBundle(),
  });
}
