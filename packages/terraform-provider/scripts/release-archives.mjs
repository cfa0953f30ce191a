// Packs the provider as Terraform's registry takes it, except for the signature:
//
//   scripts/release-archives [--out FOLDER] [--executable FILE]     prints what it wrote; default: dist/release, in the repository
//
//   terraform-provider-palette_<version>_linux_amd64.zip    the program, for the system and processor that this runs on
//   terraform-provider-palette_<version>_manifest.json      the protocol's version
//   terraform-provider-palette_<version>_SHA256SUMS         of the manifest, and of every archive of the version in FOLDER
//
// For other processors, run it there with the archives that are made already in FOLDER.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { buildExecutable } from "./build-executable.mjs";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const repository = resolve(root, "../..");
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const name = `terraform-provider-palette_${version}`;

/** Python's own, since Node cannot write archives. The same files give the same bytes, whenever they were made. */
const ZIP = `
import os, sys, zipfile
with zipfile.ZipFile(sys.argv[1], "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
    for path in sys.argv[2:]:
        entry = zipfile.ZipInfo(os.path.basename(path), (1980, 1, 1, 0, 0, 0))
        entry.create_system, entry.compress_type = 3, zipfile.ZIP_DEFLATED
        entry.external_attr = (0o100755 if os.access(path, os.X_OK) else 0o100644) << 16
        with open(path, "rb") as file:
            archive.writestr(entry, file.read())
`;

/** Gives the paths of what was written. */
export async function releaseArchives(out, built) {
  if (built !== undefined && !existsSync(built)) {
    throw new Error(
      `There is no executable ${built}: build it with scripts/build-executable, or leave --executable away.`,
    );
  }
  mkdirSync(out, { recursive: true });
  const executable = built ?? (await buildExecutable(join(repository, "dist")));
  const archive = join(out, `${name}_${process.platform}_${processor()}.zip`);
  const licences = join(dirname(executable), "LICENSES.txt");
  execFileSync("python3", ["-c", ZIP, archive, executable, ...(existsSync(licences) ? [licences] : [])]);
  const manifest = join(out, `${name}_manifest.json`);
  writeFileSync(manifest, `${JSON.stringify({ version: 1, metadata: { protocol_versions: ["6.0"] } }, null, 2)}\n`);
  const summed = readdirSync(out).filter((file) => file.startsWith(`${name}_`) && /\.(zip|json)$/.test(file));
  const sums = join(out, `${name}_SHA256SUMS`);
  writeFileSync(
    sums,
    summed
      .sort()
      .map((file) => `${sha256(join(out, file))}  ${file}\n`)
      .join(""),
  );
  return [archive, manifest, sums];
}

function processor() {
  const found = { x64: "amd64", arm64: "arm64" }[process.arch];
  if (found === undefined) throw new Error(`There are no releases for ${process.arch}: use x64 or arm64.`);
  return found;
}

function sha256(file) {
  return createHash("sha256").update(readFileSync(file)).digest("hex");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: { out: { type: "string", default: join(repository, "dist/release") }, executable: { type: "string" } },
  });
  const built = values.executable === undefined ? undefined : resolve(values.executable);
  try {
    for (const file of await releaseArchives(resolve(values.out), built)) console.log(file);
  } catch (error) {
    console.error(`error: ${error.message}`);
    process.exitCode = 1;
  }
}
