import { resolve } from "node:path";
import type { RunningServer } from "@palette-profiles/palette-server";
import { startServer } from "@palette-profiles/palette-server";
import { type Backend, backendOf } from "../../scenarios/backend";
import { type Opened, type Result, type Runner, runners, type Setup } from "../runner";

/** The package is used in two modes, and programs differ by what they import. */
interface Mode {
  name: "dynamic" | "native";
  from: string;
  /** Of a cluster profile. */
  type: string;
  plugins?: Setup["plugins"];
}

export const PLUGIN = resolve(__dirname, "../../../packages/pulumi/bin/pulumi-resource-palette.cjs");
const dynamic: Mode = {
  name: "dynamic",
  from: "@palette-profiles/pulumi",
  type: "pulumi-nodejs:dynamic/palette:ClusterProfile",
};
const native: Mode = {
  name: "native",
  from: "@palette-profiles/pulumi/native",
  type: "palette:index:ClusterProfile",
  plugins: { palette: [process.execPath, PLUGIN] },
};

/** A mode of the package, by a way to run Pulumi: each point of the list is tried in all of them. */
export interface Way {
  name: string;
  mode: Mode;
  native: boolean;
  runner: Runner;
}

const waysOf = (...modes: Mode[]): Way[] =>
  runners.flatMap((runner) =>
    modes.map((mode) => ({ name: `${mode.name}, ${runner.name}`, mode, native: mode === native, runner })),
  );
export const ways: readonly Way[] = waysOf(dynamic, native);
/** For what dynamic resources cannot do. */
export const nativeWays: readonly Way[] = waysOf(native);

/** A stack with a Palette of its own. */
export interface World {
  server: RunningServer;
  backend: Backend;
  stack: Opened;
  /** The program from now on; `pulumi`, `palette` and `profile(name, args, options)` are there. */
  write(code: string): Promise<void>;
  /** Palette fails no more. */
  mend(): Promise<void>;
  /** Nothing is left, in the stack and in Palette: for the next test. */
  clear(): Promise<void>;
  close(): Promise<void>;
}

export async function openWorld({ mode, runner }: Way, options: { seed?: string } = {}): Promise<World> {
  const server = await startServer(options);
  const stack = await runner.open({
    quick: true,
    ...(mode.plugins === undefined ? {} : { plugins: mode.plugins }),
    // What there is of the environment must not count.
    env: { SPECTROCLOUD_HOST: "", SPECTROCLOUD_APIKEY: "", SPECTROCLOUD_PROJECT: "", SPECTROCLOUD_RETRY_ATTEMPTS: "0" },
    config: { "palette:host": server.url, "palette:project": server.project },
    secretConfig: { "palette:apiKey": server.apiKey },
  });
  const backend = await backendOf(server);
  const mend = async () => {
    await fetch(`${server.url}/__server/faults`, { method: "DELETE" });
  };
  return {
    server,
    backend,
    stack,
    mend,
    async clear() {
      await mend();
      await well(stack.destroy());
      for (const { metadata } of await backend.profiles()) await backend.api.remove(metadata?.uid ?? "");
    },
    write: (code) => stack.change({ files: { "index.js": programText(mode, code) } }),
    async close() {
      await stack.close();
      await server.close();
    },
  };
}

const programText = (mode: Mode, code: string): string => `const pulumi = require("@pulumi/pulumi");
const palette = require("${mode.from}");
const profile = (name, args, options) => new palette.ClusterProfile(name, { name, ...args }, options);
${code}`;

/** A result that must be a good one. */
export async function well(running: Promise<Result>): Promise<Result> {
  const result = await running;
  expect({ ok: result.ok, errors: result.errors }).toEqual({ ok: true, errors: [] });
  return result;
}

/** What was, or would be, done, in the order of names: `create a`, `update b packs[0].tag`. */
export const done = (result: Result): string[] => told(result, (path) => path);

/** The same by whole properties, which both modes show alike: `update b packs`. */
export const doneBroadly = (result: Result): string[] => told(result, (path) => /^\w+/.exec(path)?.[0] ?? path);

function told({ steps }: Result, place: (path: string) => string): string[] {
  return steps
    .filter(({ op }) => op !== "same")
    .map(({ op, name, diff }) => {
      const places = op === "create" || op === "import" ? [] : new Set(diff.map(({ path }) => place(path)));
      return [op, name, ...[...places].sort()].join(" ");
    })
    .sort();
}
