// Builds the provider as a program that needs no Node: Node's own executable with the bundle inside.
//
//   scripts/build-executable [--out FOLDER]     prints the program's path; default: dist/, in the repository
//
// It is for the system and processor that this runs on, and the Node in it is the one that this runs on.
import { execFileSync } from "node:child_process";
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createRequire, isBuiltin } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { bundle } from "../../../scripts/workspace-bundle.mjs";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const repository = resolve(root, "../..");
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

/** What Node looks for in its own executable, to see whether a program was put in: its documentation, "Single executable applications". */
const FUSE = "NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2";

/** Builds `terraform-provider-palette_v<version>` in `out`. Whoever starts it meanwhile gets the old one or the new one. */
export async function buildExecutable(out) {
  if (process.platform !== "linux") {
    throw new Error(`The program can be built on Linux alone, and this is ${process.platform}: use a container.`);
  }
  const { inject } = createRequire(join(repository, "package.json"))("postject");
  const work = mkdtempSync(join(tmpdir(), "palette-executable-"));
  try {
    const [main, output, settings] = ["provider.cjs", "provider.blob", "sea.json"].map((name) => join(work, name));
    const { metafile } = await bundle(join(root, "src/main.ts"), main, { metafile: true });
    refuseImports(metafile);
    writeFileSync(settings, JSON.stringify({ main, output, disableExperimentalSEAWarning: true, useCodeCache: true }));
    execFileSync(process.execPath, ["--experimental-sea-config", settings], { stdio: "pipe" });
    const made = join(work, "provider");
    copyFileSync(process.execPath, made);
    chmodSync(made, 0o755);
    await quietly(() => inject(made, "NODE_SEA_BLOB", readFileSync(output), { sentinelFuse: FUSE }));
    mkdirSync(out, { recursive: true });
    const executable = join(out, `terraform-provider-palette_v${version}`);
    const temporary = join(out, `new-${process.pid}`);
    try {
      copyFileSync(made, temporary);
      renameSync(temporary, executable);
      writeFileSync(join(out, "LICENSES.txt"), licences(`${main}.LEGAL.txt`));
    } finally {
      rmSync(temporary, { force: true });
    }
    return executable;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** In there, only Node's own modules can be loaded. */
function refuseImports({ outputs }) {
  const loaded = Object.values(outputs).flatMap(({ imports }) => imports.map(({ path }) => path));
  const names = [...new Set(loaded)].filter((path) => !isBuiltin(path));
  if (names.length > 0) throw new Error(`The bundle is not whole: it loads ${names.join(", ")} from the disk.`);
}

/** Ours, those of the packages in the bundle, and Node's, where it lies beside Node. */
function licences(ofPackages) {
  const prefix = dirname(dirname(process.execPath));
  const files = [
    join(repository, "LICENSE"),
    ofPackages,
    join(prefix, "LICENSE"),
    join(prefix, "share/doc/nodejs/LICENSE"),
  ];
  return files
    .filter((file) => existsSync(file))
    .map((file) => readFileSync(file, "utf8"))
    .join("\n\n");
}

/** postject tells of the notes in Node's executable that it does not know. */
async function quietly(work) {
  const { log, warn, error } = console;
  Object.assign(console, { log: () => {}, warn: () => {}, error: () => {} });
  try {
    await work();
  } finally {
    Object.assign(console, { log, warn, error });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({ options: { out: { type: "string", default: join(repository, "dist") } } });
  console.log(await buildExecutable(resolve(values.out)));
}
