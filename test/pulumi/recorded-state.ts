import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text as textOf } from "node:stream/consumers";
import { createClient, projects, type Scope, SYSTEM, TENANT } from "@palette-profiles/palette-api";
import { type RunningServer, startServer } from "@palette-profiles/palette-server";
import * as dynamic from "@palette-profiles/pulumi";
import * as native from "@palette-profiles/pulumi/native";
import { createEngine, type OperationResult, Session } from "../pulumi-engine";
import { ADMINISTRATOR, backendOf } from "../scenarios/backend";

/** The script that records runs the compiled file. */
const TEST = join(__dirname, "..").replace(/[/\\]dist$/, "");
const TABLE = join(TEST, "scenarios/table");
const PROGRAM = join(TEST, "pulumi/program");
const BUNDLE = join(TEST, "../packages/pulumi/bin/pulumi-resource-palette.cjs");

/** What a program gave, and what it gives next. */
export interface Told {
  class: "ClusterProfile" | "AppProfile" | "SystemProfile";
  mode: "dynamic" | "native";
  /** The server's seed, in the tables of the scenarios. */
  seed?: string;
  /** One after the other; the state is the last one's. */
  args: object[];
  /** An update that later releases must be able to make. */
  next: object;
}

/** A call that made something, and the uid of what it made. */
interface Made {
  method: "POST" | "PUT" | "PATCH" | "DELETE";
  path: string;
  query: Record<string, string>;
  scope: "project" | "tenant" | "system";
  body?: unknown;
  uid?: string;
}

/** What a release wrote: the state, as the test engine keeps it, and the calls that made what the state is of. */
export interface RecordedState extends Told {
  release: string;
  /** Of the system profile, which nobody makes. */
  systemUid?: string;
  made: Made[];
  state: unknown;
}

/** Runs the programs with the package as it is built, and gives the state and what was made. */
export async function recordState(told: Told, release: string): Promise<RecordedState> {
  const server = await serverOf(told);
  const made: Made[] = [];
  const proxy = await listening(server.url, made);
  const stack = await openStack(told, { ...server, url: proxy.url });
  try {
    for (const args of told.args) refuse((await stack.engine(args).up()).diagnostics);
    const state = JSON.parse(await stack.state());
    const system = told.class === "SystemProfile" ? await (await backendOf(server)).systemProfile() : undefined;
    const systemUid = system?.metadata?.uid;
    return { release, ...told, ...(systemUid === undefined ? {} : { systemUid }), made, state };
  } finally {
    await stack.close();
    proxy.close();
    await server.close();
  }
}

/** A server in which there is what the state says, and a stack with that state. */
export async function replayState(recorded: RecordedState) {
  const server = await serverOf(recorded);
  const backend = await backendOf(server);
  const client = createClient({ host: server.url, apiKey: server.apiKey, system: ADMINISTRATOR });
  const signal = new AbortController().signal;
  const { items } = await projects(client, signal).list();
  const project = items.find(({ metadata }) => metadata?.name === server.project)?.metadata?.uid ?? "";
  const scopes: Record<Made["scope"], Scope> = {
    project: { kind: "project", uid: project },
    tenant: TENANT,
    system: SYSTEM,
  };

  const uids = new Map<string, string>();
  if (recorded.systemUid !== undefined) {
    uids.set(recorded.systemUid, (await backend.systemProfile()).metadata?.uid ?? "");
  }
  const here = <T>(value: T): T =>
    JSON.parse([...uids].reduce((text, [there, live]) => text.replaceAll(there, live), JSON.stringify(value)));
  for (const call of recorded.made) {
    const { method, path, query, body, scope } = here(call);
    const answer = await client.send<{ uid?: string } | undefined>({
      method,
      path,
      query,
      body,
      signal,
      scope: scopes[scope],
    });
    if (call.uid !== undefined) uids.set(call.uid, answer?.uid ?? "");
  }
  const stack = await openStack(recorded, server, here(recorded.state));
  return {
    backend,
    engine: stack.engine,
    async close() {
      await stack.close();
      await server.close();
    },
  };
}

const serverOf = ({ seed }: Told) => startServer(seed === undefined ? {} : { seed: join(TABLE, seed) });

async function openStack(told: Told, server: RunningServer, state?: unknown) {
  const folder = await mkdtemp(join(tmpdir(), "palette-recorded-"));
  const file = join(folder, "state.json");
  if (state !== undefined) await writeFile(file, JSON.stringify(state));
  const session = new Session();
  const env = {
    SPECTROCLOUD_HOST: server.url,
    SPECTROCLOUD_APIKEY: server.apiKey,
    SPECTROCLOUD_PROJECT: server.project,
    SPECTROCLOUD_SYSTEM_EMAIL: ADMINISTRATOR.email,
    SPECTROCLOUD_SYSTEM_PASSWORD: ADMINISTRATOR.password,
  };
  const Profile = (told.mode === "native" ? native : dynamic)[told.class] as new (name: string, args: object) => object;
  const plugins = { palette: { command: process.execPath, args: [BUNDLE] } };
  return {
    engine: (args: object) =>
      createEngine({
        program: PROGRAM,
        inline: () => void new Profile("it", args),
        state: file,
        passphrase: "recorded",
        session,
        env,
        plugins,
      }),
    state: () => readFile(file, "utf8"),
    async close() {
      await session.close();
      await rm(folder, { recursive: true });
    },
  };
}

function refuse(diagnostics: OperationResult["diagnostics"]): void {
  const errors = diagnostics.filter(({ severity }) => severity === "error").map(({ message }) => message);
  if (errors.length > 0) throw new Error(errors.join("\n"));
}

/** A way to the server that writes down what makes or changes profiles. */
async function listening(url: string, made: Made[]) {
  const proxy = createServer(async (asked, answer) => {
    const { method = "GET", headers } = asked;
    const { pathname: path, searchParams } = new URL(asked.url ?? "", url);
    const sent = await textOf(asked);
    const onward = request(new URL(asked.url ?? "", url), { method, headers }, async (received) => {
      const text = await textOf(received);
      if (
        /^\/v1\/(clusterprofiles|appProfiles)(\/|$)/.test(path) &&
        method !== "GET" &&
        (received.statusCode ?? 500) < 300
      ) {
        const { uid } = (text === "" ? {} : JSON.parse(text)) as { uid?: string };
        made.push({
          method: method as Made["method"],
          path,
          query: Object.fromEntries(searchParams),
          scope: headers.projectuid === undefined ? (headers.apikey === undefined ? "system" : "tenant") : "project",
          ...(sent === "" ? {} : { body: JSON.parse(sent) }),
          ...(uid === undefined ? {} : { uid }),
        });
      }
      answer.writeHead(received.statusCode ?? 502, received.headers).end(text);
    });
    onward.end(sent);
  });
  await new Promise<void>((done) => proxy.listen(0, "127.0.0.1", done));
  const close = () => proxy.close().closeAllConnections();
  return { url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`, close };
}
