import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { V1ClusterProfile, V1ProjectsMetadata, V1Uid } from "@palette-profiles/palette-api";
import type { RunningServer, ServerOptions } from "./options";
import { startServer } from "./server";

export interface Answer<T> {
  status: number;
  body: T;
  headers: Headers;
}

/** Calls a server over HTTP as a client would; used by this package's tests only. */
export interface TestClient {
  server: RunningServer;
  call<T = unknown>(method: string, path: string, options?: CallOptions): Promise<Answer<T>>;
  /** The uid of the project `Default`, or of the one named. */
  projectUid(name?: string): Promise<string>;
  close(): Promise<void>;
}

export interface CallOptions {
  body?: unknown;
  project?: string;
  headers?: Record<string, string>;
}

export async function startTestServer(options: ServerOptions = {}): Promise<TestClient> {
  const server = await startServer(options);
  const call = async <T>(method: string, path: string, { body, project, headers }: CallOptions = {}) => {
    const response = await fetch(server.url + path, {
      method,
      headers: {
        ApiKey: server.apiKey,
        ...(project === undefined ? {} : { ProjectUid: project }),
        ...(body === undefined ? {} : { "Content-Type": "application/json" }),
        ...headers,
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await response.text();
    return {
      status: response.status,
      body: (text === "" ? undefined : JSON.parse(text)) as T,
      headers: response.headers,
    };
  };
  return {
    server,
    call,
    async projectUid(name = "Default") {
      const { body } = await call<V1ProjectsMetadata>("GET", `/v1/dashboard/projects/metadata`);
      return body.items.find((item) => item.metadata?.name === name)?.metadata?.uid ?? "";
    },
    close: () => server.close(),
  };
}

export interface TestPack {
  name: string;
  tag?: string;
  type?: string;
  uid?: string;
  registryUid?: string;
  values?: string;
  manifests?: { name: string; content: string; uid?: string }[];
}

/** A body for `POST /v1/clusterprofiles`. */
export function profileBody(name: string, packs: TestPack[], spec: Record<string, unknown> = {}) {
  return { metadata: { name }, spec: { template: { cloudType: "all", type: "add-on", packs }, ...spec } };
}

/** Creates and publishes a profile, and answers its uid. */
export async function createPublished(client: TestClient, body: unknown, project?: string): Promise<string> {
  const created = await client.call<V1Uid>("POST", "/v1/clusterprofiles?publish=true", { body, project });
  if (created.status !== 201) throw new Error(`create answered ${created.status}: ${JSON.stringify(created.body)}`);
  return created.body.uid;
}

export async function readProfile(client: TestClient, uid: string): Promise<V1ClusterProfile> {
  return (await client.call<V1ClusterProfile>("GET", `/v1/clusterprofiles/${uid}`)).body;
}

/** A folder that goes away after the tests of a file. */
export function temporaryFolder(): { path: string; write(name: string, text: string): string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), "palette-server-"));
  return {
    path,
    write(name, text) {
      writeFileSync(join(path, name), text);
      return join(path, name);
    },
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}
