import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { PALETTE_ADDRESS } from "./address";
import { MIRROR_ADDRESSES, mirrorConfiguration } from "./install-configuration";
import { PROVIDER_VERSION } from "./version";

export interface MirrorOptions {
  /** Folder that Terraform is to find the provider in; made where it is missing. */
  mirror: string;
  /** The bundled provider. Default: the one that this package was built with. */
  bundle?: string;
}

export interface InstallOptions extends MirrorOptions {
  /** Terraform's CLI configuration to write; hand it to Terraform as TF_CLI_CONFIG_FILE. */
  cliConfig: string;
}

export interface Installed {
  /** What Terraform will start. */
  executable: string;
  cliConfig: string;
}

/** Puts the provider into a mirror, as `writeMirror` does, and writes the CLI configuration that uses it. */
export function installMirror({ cliConfig, ...options }: InstallOptions): Installed {
  const executable = writeMirror(options);
  replaceFile(resolve(cliConfig), Buffer.from(mirrorConfiguration(options.mirror)), 0o644);
  return { executable, cliConfig: resolve(cliConfig) };
}

/**
 * Puts the provider where `terraform init` finds it without a registry. Doing it again changes nothing, and whoever
 * reads meanwhile sees the old files or the new ones, never a part. Gives what Terraform will start.
 */
export function writeMirror({ mirror, bundle = builtBundle() }: MirrorOptions): string {
  const folders = MIRROR_ADDRESSES.map((address) => join(resolve(mirror), address, PROVIDER_VERSION, platform()));
  const [executable = ""] = folders.map((folder) => installInto(folder, bundle));
  replaceFile(join(resolve(mirror), "node"), Buffer.from(`${process.execPath}\n`), 0o644);
  return executable;
}

function installInto(folder: string, bundle: string): string {
  // Terraform takes the first file whose name starts so and goes on with "_" or ".": the bundle's name must not.
  const executable = join(folder, `terraform-provider-${PALETTE_ADDRESS.name}_v${PROVIDER_VERSION}`);
  replaceFile(join(folder, "provider.cjs"), readFileSync(bundle), 0o644);
  const licences = `${bundle}.LEGAL.txt`;
  if (existsSync(licences)) replaceFile(join(folder, "provider.cjs.LEGAL.txt"), readFileSync(licences), 0o644);
  replaceFile(executable, Buffer.from(WRAPPER), 0o755);
  return executable;
}

/**
 * Starts the node that installed the provider; where that is gone, whichever there is. Its path lies outside the folder that
 * Terraform takes a checksum of, so that a lock file made on one machine is right on every other.
 */
const WRAPPER = `#!/bin/sh
here=$(dirname "$0")
{ read -r node <"$here/../../../../../node"; } 2>/dev/null
[ -x "$node" ] || node=node
exec "$node" "$here/provider.cjs" "$@"
`;

/** The platform as Terraform names it: `linux_amd64`. */
function platform(): string {
  const systems: Partial<Record<NodeJS.Platform, string>> = { linux: "linux", darwin: "darwin", freebsd: "freebsd" };
  const processors: Partial<Record<NodeJS.Architecture, string>> = {
    x64: "amd64",
    arm64: "arm64",
    ia32: "386",
    arm: "arm",
  };
  const [system, processor] = [systems[process.platform], processors[process.arch]];
  if (system === undefined || processor === undefined) {
    throw new Error(
      `The provider cannot be installed on ${process.platform} ${process.arch}: it is started by a shell script`,
    );
  }
  return `${system}_${processor}`;
}

function builtBundle(): string {
  const places = [join(__dirname, "bundle/provider.cjs"), join(__dirname, "../dist/bundle/provider.cjs")];
  const found = places.find((place) => existsSync(place));
  if (found === undefined)
    throw new Error(`The provider is not built: there is no ${places.at(-1)}. Run scripts/setup.`);
  return found;
}

function replaceFile(path: string, content: Buffer, mode: number): void {
  if (existsSync(path) && readFileSync(path).equals(content)) {
    chmodSync(path, mode);
    return;
  }
  mkdirSync(dirname(path), { recursive: true });
  const temporary = `${path}.${process.pid}.new`;
  try {
    writeFileSync(temporary, content, { mode });
    chmodSync(temporary, mode);
    renameSync(temporary, path);
  } finally {
    rmSync(temporary, { force: true });
  }
}
