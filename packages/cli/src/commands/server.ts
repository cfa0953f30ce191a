import type { Command } from "commander";
import { addServerOptions, type ServerFlags, serverOptions } from "./server-options";

/** `palette-profiles server`: one JSON line when it is ready, then it serves until it is told to stop. */
export function addServer(program: Command): void {
  const command = program
    .command("server")
    .description(
      "start a Palette-compatible profile backend on this machine; prints its address and key as one JSON line",
    );
  addServerOptions(command, undefined).action(async (flags: ServerFlags) => {
    const { startServer } = await import("@palette-profiles/palette-server");
    const server = await startServer(serverOptions(flags));
    process.stdout.write(`${JSON.stringify({ url: server.url, apiKey: server.apiKey, project: server.project })}\n`);
    await new Promise<void>((resolve) => {
      for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => resolve());
    });
    await server.close();
  });
}
