import type { Command } from "commander";
import { providerBundle } from "../assets";

interface InstallFlags {
  mirror: string;
  cliConfig: string;
  json?: boolean;
}

/** `palette-profiles terraform install`: a provider mirror, and the CLI configuration that uses it. */
export function addTerraform(program: Command): void {
  program
    .command("terraform")
    .description("what Terraform and CDKTF need")
    .command("install")
    .description("write a provider mirror and the Terraform CLI configuration that uses it")
    .requiredOption("--mirror <folder>", "where the provider goes")
    .requiredOption("--cli-config <file>", "the CLI configuration to write, for TF_CLI_CONFIG_FILE")
    .option("--json", "print what was written as JSON")
    .action(async (flags: InstallFlags) => {
      const { installMirror } = await import("@palette-profiles/terraform-provider");
      const bundle = providerBundle();
      await installMirror({
        mirror: flags.mirror,
        cliConfig: flags.cliConfig,
        ...(bundle === undefined ? {} : { bundle }),
      });
      process.stdout.write(
        flags.json === true
          ? `${JSON.stringify({ mirror: flags.mirror, cliConfig: flags.cliConfig })}\n`
          : `The provider palette-profiles/palette is in ${flags.mirror}. To use it:\n  export TF_CLI_CONFIG_FILE=${flags.cliConfig}\n`,
      );
    });
}
