import { execFile } from "node:child_process";
import { mkdir, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { promisify } from "node:util";

const REPOSITORY = resolve(__dirname, "../..");
const execute = promisify(execFile);

/**
 * Packs packages of ours, and those of ours that they depend on, as they are published: by pnpm, which puts versions in the
 * place of `workspace:*`. Unpacks each into the folder of its name, `@palette-profiles/cdktf`.
 */
export async function published(names: readonly string[], folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const filters = names.flatMap((name) => ["--filter-prod", `${name}...`]);
  const { packageManager } = JSON.parse(await readFile(join(REPOSITORY, "package.json"), "utf8"));
  // The pnpm that has installed the workspace, which npx still has: no registry is asked.
  const words = [
    "--yes",
    "--prefer-offline",
    "--fetch-retries=0",
    packageManager,
    "--recursive",
    ...filters,
    "pack",
    "--json",
  ];
  const { stdout } = await execute("npx", [...words, "--pack-destination", folder], { cwd: REPOSITORY });
  const packed = JSON.parse(stdout) as { name: string; filename: string }[];
  await Promise.all(
    packed.map(async ({ name, filename }) => {
      const to = join(folder, name);
      await mkdir(to, { recursive: true });
      await execute("tar", ["-xzf", filename, "-C", to, "--strip-components=1"]);
    }),
  );
}
