import { readFileSync } from "node:fs";
import type { Fault, PaletteVersion, ServerOptions } from "@palette-profiles/palette-server";
import { type Command, InvalidArgumentError, Option } from "commander";
import { catalogDir } from "../assets";
import { UserError } from "../failure";

/** Written here too: to load the server for it would slow down every other command. A test holds both together. */
export const PALETTE_VERSIONS = ["4.8", "4.9", "4.10"] as const satisfies readonly PaletteVersion[];

/** The options that `server` and `run` share, as commander hands them over. */
export interface ServerFlags {
  port: number;
  data?: string;
  packs: string[];
  seed?: string;
  rateLimits: "documented" | "off";
  faults?: string;
  paletteVersion: PaletteVersion;
  log?: boolean;
}

export function addServerOptions(command: Command, data: string | undefined): Command {
  const file = new Option("--data <file>", "SQLite file to keep everything in; without it, memory");
  return command
    .option("--port <number>", "TCP port on 127.0.0.1; 0 takes a free one", portOf, 0)
    .addOption(data === undefined ? file : file.default(data))
    .option("--packs <folder>", "folder of packs to offer besides the built-in ones (repeatable)", append, [])
    .option("--seed <file>", "YAML file with projects, registries, keys, clusters and limits; see the README")
    .addOption(
      new Option("--rate-limits <which>", "Palette's documented limits, or none")
        .choices(["documented", "off"])
        .default("off"),
    )
    .addOption(
      new Option("--palette-version <version>", "whose rules to keep: 4.10 takes only semantic versions")
        .choices(PALETTE_VERSIONS)
        .default("4.8"),
    )
    .option("--faults <file>", "JSON file of failures to act out, for tests of clients")
    .option("--log", "one JSON line a request on stderr");
}

export function serverOptions(flags: ServerFlags): ServerOptions {
  return {
    port: flags.port,
    packs: flags.packs,
    rateLimits: flags.rateLimits,
    logger: flags.log === true,
    paletteVersion: flags.paletteVersion,
    ...(flags.data === undefined ? {} : { data: flags.data }),
    ...(flags.seed === undefined ? {} : { seed: flags.seed }),
    ...(flags.faults === undefined ? {} : { faults: readFaults(flags.faults) }),
    ...(catalogDir() === undefined ? {} : { catalogDir: catalogDir() }),
  };
}

function readFaults(file: string): Fault[] {
  try {
    const faults: unknown = JSON.parse(readFileSync(file, "utf8"));
    if (Array.isArray(faults)) return faults as Fault[];
  } catch (error) {
    throw new UserError(`${file} cannot be read as faults: ${(error as Error).message}`);
  }
  throw new UserError(`${file} does not hold a JSON list of faults`);
}

function portOf(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new InvalidArgumentError("a port is a number from 0 to 65535.");
  return port;
}

function append(value: string, before: string[]): string[] {
  return [...before, value];
}
