import { resolve } from "node:path";
import type { Command } from "commander";
import { providerBundle } from "../assets";

interface InstallFlags {
  mirror: string;
  cliConfig?: string;
  json?: boolean;
}

/** `palette-profiles terraform install`: a provider mirror, and the CLI configuration that uses it, in a file or printed. */
export function addTerraform(program: Command): void {
  program
    .command("terraform")
    .description("what Terraform and CDKTF need")
    .command("install")
    .description("write a provider mirror, and write or print the Terraform CLI configuration that uses it")
    .requiredOption("--mirror <folder>", "where the provider goes")
    .option("--cli-config <file>", "the CLI configuration to write, for TF_CLI_CONFIG_FILE; without it, it is printed")
    .option("--json", "print what was written as JSON")
    .action(async ({ mirror, cliConfig, json }: InstallFlags) => {
      const { installMirror, mirrorConfiguration, writeMirror } = await import("@palette-profiles/terraform-provider");
      const bundle = providerBundle();
      const options = { mirror, ...(bundle !== undefined && { bundle }) };
      const executable =
        cliConfig === undefined ? writeMirror(options) : installMirror({ ...options, cliConfig }).executable;
      const configuration = mirrorConfiguration(mirror);
      const placed = `The provider palette-profiles/palette is in ${mirror}.`;
      if (json === true) {
        const written = { mirror, executable, ...(cliConfig !== undefined && { cliConfig }), configuration };
        process.stdout.write(`${JSON.stringify(written)}\n`);
      } else if (cliConfig === undefined) {
        process.stderr.write(`${placed} Terraform's CLI configuration (~/.terraformrc) needs:\n`);
        process.stdout.write(configuration);
      } else {
        process.stdout.write(`${placed} To use it:\n  export TF_CLI_CONFIG_FILE=${quoted(resolve(cliConfig))}\n`);
      }
    });
}

/** As a shell reads it. */
function quoted(text: string): string {
  return /^[\w./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
