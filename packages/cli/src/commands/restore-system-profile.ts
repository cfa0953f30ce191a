import type { Command } from "commander";
import { UserError } from "../failure";

/** `palette-profiles system-profile restore FILE`: the layers as a backup has them, in one command. */
export function addRestore(group: Command): void {
  group
    .command("restore")
    .description(
      "put the layers of the system profile back as FILE has them, which `backup_file` named; those that are there now are saved as FILE.replaced",
    )
    .argument("<file>", "the backup")
    .option("--json", "print what was restored as JSON")
    .action(async (file: string, flags: { json?: boolean }) => {
      const { palette, restoreSystemProfile } = await import("@palette-profiles/resources");
      const stop = new AbortController();
      process.once("SIGINT", () => stop.abort());
      const context = palette.configure({}, process.env);
      process.stderr.write(`Restoring the system profile of ${context.client.url} from ${file}\n`);
      const restored = await restoreSystemProfile(file, { context, signal: stop.signal }).catch(
        (error: Error & { summary?: string }) => {
          throw new UserError([error.summary, error.message].filter(Boolean).join(": "));
        },
      );
      const { profile, layers, kept, saved } = restored;
      process.stderr.write(
        layers.length === 0
          ? `The system profile "${profile}" is as the backup has it: nothing was sent\n`
          : `The system profile "${profile}" is back as it was: ${layers.join(", ")}. What was there is in ${saved}\n`,
      );
      if (kept.length > 0) process.stderr.write(`Layers that came after the backup stay: ${kept.join(", ")}\n`);
      if (layers.length > 0) {
        process.stderr.write("A program that manages the profile plans its changes again, unless it is put back too\n");
      }
      if (flags.json === true) process.stdout.write(`${JSON.stringify(restored)}\n`);
    });
}
