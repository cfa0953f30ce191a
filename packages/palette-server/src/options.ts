import type { Fault } from "./faults";

/** The releases of Palette that treat profiles differently. */
export const PALETTE_VERSIONS = ["4.8", "4.9", "4.10"] as const;
export type PaletteVersion = (typeof PALETTE_VERSIONS)[number];

/** How an embedded Palette server is started; every part is optional. */
export interface ServerOptions {
  /** TCP port on 127.0.0.1; 0 (the default) takes a free one. */
  port?: number;
  /** SQLite file that keeps what the server knows; `:memory:` (the default) forgets it at the end. */
  data?: string;
  /** Folders of packs, or single packs: `pack.json` and `values.yaml`, and where there are any `presets.yaml`, `schema.yaml`. */
  packs?: string[];
  /** YAML file with projects, registries and API keys; see the README. */
  seed?: string;
  /** The API key to accept. Without it a random one is made, and kept in the data file. */
  apiKey?: string;
  /** `documented`: Palette's limits per prefix and client address. Default `off`. */
  rateLimits?: "documented" | "off";
  /** One JSON line a request on stderr. Default false. */
  logger?: boolean;
  /** Failures to act out, for tests of clients. */
  faults?: Fault[];
  /** Whose rules the server keeps: 4.10 takes only semantic versions, and normalises them. Default `4.8`. */
  paletteVersion?: PaletteVersion;
  /** Folder of the built-in packs, when it is not beside the code. */
  catalogDir?: string;
}

/** A server that is listening. */
export interface RunningServer {
  /** `http://127.0.0.1:PORT`, without a path. */
  url: string;
  apiKey: string;
  /** Name of the project that is always there. */
  project: string;
  /** The seed's first system administrator, who may see the system profile. Never written to a log. */
  systemAdministrator: { email: string; password: string } | undefined;
  /** Finishes what is in flight, then closes the data file. */
  close(): Promise<void>;
}
