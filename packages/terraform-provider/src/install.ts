import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { formatAddress, PALETTE_ADDRESS, PALETTE_ADDRESS_IN_OPENTOFU } from "./address";
import { PROVIDER_VERSION } from "./version";

export interface InstallOptions {
  /** Folder that Terraform is to find the provider in; made where it is missing. */
  mirror: string;
  /** Terraform's CLI configuration to write; hand it to Terraform as TF_CLI_CONFIG_FILE. */
  cliConfig: string;
  /** The bundled provider. Default: the one that this package was built with. */
  bundle?: string;
}

/** What `palette-profiles/palette` stands for, in Terraform and in OpenTofu: the mirror serves both. */
const ADDRESSES = [PALETTE_ADDRESS, PALETTE_ADDRESS_IN_OPENTOFU].map(formatAddress);

export interface Installed {
  /** What Terraform will start. */
  executable: string;
  cliConfig: string;
}

/**
 * Puts the provider where `terraform init` finds it without a registry. Doing it again changes nothing, and whoever
 * reads meanwhile sees the old files or the new ones, never a part.
 */
export function installMirror({ mirror, cliConfig, bundle = builtBundle() }: InstallOptions): Installed {
  const folders = ADDRESSES.map((address) => join(resolve(mirror), address, PROVIDER_VERSION, platform()));
  const [executable = ""] = folders.map((folder) => installInto(folder, bundle));
  replaceFile(join(resolve(mirror), "node"), Buffer.from(`${process.execPath}\n`), 0o644);
  replaceFile(resolve(cliConfig), Buffer.from(configuration(resolve(mirror))), 0o644);
  return { executable, cliConfig: resolve(cliConfig) };
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

/** The CLI's configuration is of an older syntax than Terraform's own, in which `${` stands for itself. */
function configuration(mirror: string): string {
  const sources = ADDRESSES.map((address) => JSON.stringify(address)).join(", ");
  return `provider_installation {
  filesystem_mirror {
    path    = ${JSON.stringify(mirror)}
    include = [${sources}]
  }
  direct {
    exclude = [${sources}]
  }
}
`;
}

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
