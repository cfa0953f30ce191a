import { join } from "node:path";
import { type RunningServer, type ServerOptions, startServer } from "@palette-profiles/palette-server";
import {
  type AnyValues,
  type Applied,
  apply,
  type Plan,
  plan,
  type Resource,
  read,
} from "@palette-profiles/resource-kit";
import { type Palette, palette } from "@palette-profiles/resources";
import { type Backend, backendOf } from "../scenarios/backend";
import type { AppConfig, Kind, ProfileConfig } from "../scenarios/door";
import { kitDoor } from "../scenarios/kit-door";
import { openRecorder, type Sent } from "./recorder";

/** A server, what it holds, and the resource itself; calls go through a recorder, so that tests see what was sent. */
export interface Bench {
  server: RunningServer;
  backend: Backend;
  resource: Resource<Palette>;
  /** One context for all resources, as in one run of an engine. */
  context: Palette;
  plan(config: ProfileConfig | AppConfig | AnyValues, prior?: AnyValues): Promise<Plan>;
  apply(planned: AnyValues | undefined, prior?: AnyValues): Promise<Applied>;
  /** Plans and applies, without looking at the backend between the two, and expects no error. */
  make(config: ProfileConfig | AppConfig | AnyValues, prior?: AnyValues): Promise<AnyValues>;
  read(prior: AnyValues): Promise<AnyValues | undefined>;
  /** The calls so far, each with its body; those of any method for `*`. */
  sent(method: string, path?: RegExp): Sent[];
}

/** Runs `act` on a bench of its own. */
export async function onBench(
  act: (bench: Bench) => Promise<void>,
  options: ServerOptions = {},
  kind: Kind = "cluster",
): Promise<void> {
  const server = await startServer(options);
  const recorder = await openRecorder(server.url);
  try {
    const backend = await backendOf(server);
    const resource = palette.resources.find(({ type }) => type === `${kind}_profile`) as Resource<Palette>;
    const environment = { SPECTROCLOUD_HOST: recorder.url, SPECTROCLOUD_APIKEY: server.apiKey };
    const context = palette.configure({}, environment);
    const run = { context, signal: new AbortController().signal };
    const bench: Bench = {
      server,
      backend,
      resource,
      context,
      plan: (config, prior) => plan(resource, { prior, config: { ...config }, ...run }),
      apply: (planned, prior) => apply(resource, { prior, planned, ...run }),
      async make(config, prior) {
        const it = await bench.plan(config, prior);
        expect(it.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
        const { state, diagnostics } = await bench.apply(it.planned, prior);
        expect(diagnostics).toEqual([]);
        return state ?? {};
      },
      read: (prior) => read(resource, prior, run),
      sent: (method, path = /./) =>
        recorder.sent.filter((each) => (method === "*" || each.method === method) && path.test(each.path)),
    };
    await act(bench);
  } finally {
    await recorder.close();
    await server.close();
  }
}

/** A bench of app profiles. */
export const onAppBench = (act: (bench: Bench) => Promise<void>): Promise<void> =>
  onBench(act, { seed: join(__dirname, "../scenarios/table/app/seed.yaml") }, "app");

/** A stack of the kit's door on the bench's server. */
export const stackOn = ({ server }: Bench) => kitDoor.open(server);

/** One layer of a state or a plan. */
export function layerOf(values: AnyValues | undefined, name: string): AnyValues {
  const layers = (values?.packs ?? []) as AnyValues[];
  return layers.find((layer) => layer.name === name) ?? {};
}

/** The layers of a request that writes a profile. */
export function layersSent(sent: Sent | undefined): Record<string, unknown>[] {
  const body = sent?.body as { spec?: { template?: { packs?: Record<string, unknown>[] } } } | undefined;
  return body?.spec?.template?.packs ?? [];
}
