import { spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { RunningServer } from "@palette-profiles/palette-server";
import type { Command } from "commander";
import { providerBundle } from "../assets";
import { UserError } from "../failure";
import { addServerOptions, type ServerFlags, serverOptions } from "./server-options";

const DATA = ".palette/palette.db";

/** `palette-profiles run -- COMMAND`: the command sees a Palette with a key, a project, and our Terraform provider. */
export function addRun(program: Command): void {
  const command = program
    .command("run")
    .description("run a command against the embedded server, with everything set that it needs: run -- pulumi up")
    .argument("<command...>", "the command, after --")
    .passThroughOptions();
  addServerOptions(command, DATA).action(async (words: string[], flags: ServerFlags) => {
    const folder = dirname(resolve(flags.data ?? DATA));
    mkdirSync(folder, { recursive: true });
    const [{ startServer }, { installMirror }] = await Promise.all([
      import("@palette-profiles/palette-server"),
      import("@palette-profiles/terraform-provider"),
    ]);
    const cliConfig = join(folder, "terraform.tfrc");
    const bundle = providerBundle();
    await installMirror({
      mirror: join(folder, "terraform-mirror"),
      cliConfig,
      ...(bundle === undefined ? {} : { bundle }),
    });
    const server = await startServer(serverOptions(flags));
    try {
      process.exitCode = await runCommand(words, {
        SPECTROCLOUD_HOST: server.url,
        SPECTROCLOUD_APIKEY: server.apiKey,
        SPECTROCLOUD_PROJECT: server.project,
        TF_CLI_CONFIG_FILE: cliConfig,
        ...administratorOf(server),
      });
    } finally {
      await server.close();
    }
  });
}

/** System profiles need one, and get the seed's first. A token of another Palette would go before it. */
function administratorOf({ systemAdministrator: it }: RunningServer): Record<string, string> {
  if (it === undefined) return {};
  return {
    SPECTROCLOUD_SYSTEM_EMAIL: it.email,
    SPECTROCLOUD_SYSTEM_PASSWORD: it.password,
    SPECTROCLOUD_SYSTEM_TOKEN: "",
  };
}

/**
 * The CDKTF CLI would ask the public registry for the checksums of our provider, and keep a link to our mirror in the
 * user's home. What the user has set himself stays.
 */
const FOR_CDKTF = { CDKTF_SKIP_PROVIDER_LOCK: "true", CDKTF_DISABLE_PLUGIN_CACHE_ENV: "true", CHECKPOINT_DISABLE: "1" };

/** Runs it with our terminal, hands signals on, and gives its exit code. */
function runCommand(words: readonly string[], environment: Record<string, string>): Promise<number> {
  const [program = "", ...rest] = words;
  return new Promise((done, failed) => {
    const child = spawn(program, rest, { stdio: "inherit", env: { ...FOR_CDKTF, ...process.env, ...environment } });
    // A terminal sends SIGINT to the command as well: we only must not end before it.
    process.on("SIGINT", () => undefined);
    process.on("SIGTERM", () => child.kill("SIGTERM"));
    child.once("error", (error: NodeJS.ErrnoException) => {
      const why = error.code === "ENOENT" ? "there is no such command on the PATH" : error.message;
      failed(new UserError(`"${program}" could not be started: ${why}`));
    });
    child.once("exit", (code, signal) => done(code ?? 128 + (signal === "SIGINT" ? 2 : 15)));
  });
}
