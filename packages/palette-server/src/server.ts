import type { AddressInfo } from "node:net";
import { buildApp } from "./app";
import { makeAuthenticate, makeSignIn } from "./auth";
import type { Backend } from "./backend";
import { findCatalog, loadPacks } from "./catalog";
import { PaletteError } from "./errors";
import { createFaults, readFaults } from "./faults";
import { PALETTE_VERSIONS, type RunningServer, type ServerOptions } from "./options";
import { createRateLimits } from "./rate-limits";
import { EMPTY_SEED, readSeed, type Seed, type SeedMacro } from "./seed";
import { createStats } from "./stats";
import { openDatabase } from "./store/database";
import { type MacroOwner, upsertMacros } from "./store/macros";
import { createPackStore } from "./store/packs";
import { DEFAULT_PROJECT, ensureProject, listProjects } from "./store/projects";
import { ensureRegistry, PUBLIC_REGISTRY } from "./store/registries";
import { generatedApiKey } from "./store/settings";
import { ensureSystemProfile } from "./system/ensure-system-profile";
import type { SystemProfileSeed } from "./system/system-profile-seed";
import { createTokens } from "./tokens";
import { createUsage } from "./usage";

/** Starts an embedded Palette server on 127.0.0.1 and waits until it listens. */
export async function startServer(options: ServerOptions = {}): Promise<RunningServer> {
  if (options.apiKey !== undefined && options.apiKey.trim() === "") throw new Error("The option apiKey is empty");
  const seed = options.seed === undefined ? EMPTY_SEED : readSeed(options.seed);
  const paletteVersion = options.paletteVersion ?? "4.8";
  if (!PALETTE_VERSIONS.includes(paletteVersion)) {
    throw new Error(`The option paletteVersion must be one of ${PALETTE_VERSIONS.join(", ")}, not "${paletteVersion}"`);
  }
  const backend: Backend = {
    db: openDatabase(options.data ?? ":memory:"),
    packs: createPackStore(),
    usage: createUsage(),
    paletteVersion,
    limits: seed.limits,
  };
  try {
    fill(backend, options, seed);
    const apiKey = options.apiKey ?? seed.apiKeys[0] ?? generatedApiKey(backend.db);
    const tokens = createTokens();
    const app = buildApp({
      backend,
      stats: createStats(),
      faults: createFaults(readFaults(options.faults ?? [])),
      authenticate: makeAuthenticate([apiKey, ...seed.apiKeys], tokens),
      signIn: makeSignIn(seed.systemAdministrators),
      tokens,
      rateLimits: options.rateLimits === "documented" ? createRateLimits() : undefined,
      logger: options.logger,
    });
    app.addHook("onClose", async () => {
      backend.db.close();
    });
    await app.listen({ host: "127.0.0.1", port: options.port ?? 0 });
    const { port } = app.server.address() as AddressInfo;
    return {
      url: `http://127.0.0.1:${port}`,
      apiKey,
      project: DEFAULT_PROJECT,
      systemAdministrator: seed.systemAdministrators[0],
      close: () => app.close(),
    };
  } catch (error) {
    backend.db.close();
    throw error;
  }
}

const macroOf = ({ name, value }: SeedMacro) => ({ name, value });

function macroOwner(db: Backend["db"], { name, scope, project }: SeedMacro): MacroOwner {
  if (scope !== "project") return { kind: scope };
  const found = listProjects(db).find((each) => each.name === project);
  if (!found) throw new Error(`The seed's macro "${name}" names an unknown project: "${project}"`);
  return { kind: "project", uid: found.uid };
}

function systemProfileOf(backend: Backend, seed: SystemProfileSeed): Backend["systemProfile"] {
  try {
    return { uid: ensureSystemProfile(backend, seed), upgrade: seed.upgrade };
  } catch (error) {
    if (!(error instanceof PaletteError)) throw error;
    throw new Error(`The seed's system profile "${seed.name}" cannot be made: ${error.message}`);
  }
}

function fill(backend: Backend, options: ServerOptions, seed: Seed): void {
  const { db, packs, usage } = backend;
  usage.set(seed.users);
  db.transaction(() => {
    ensureProject(db, DEFAULT_PROJECT);
    for (const { name, labels } of seed.projects) ensureProject(db, name, labels);
    const publicRegistry = ensureRegistry(db, PUBLIC_REGISTRY, "pack");
    packs.add(publicRegistry, loadPacks(findCatalog(options.catalogDir ?? process.env.PALETTE_CATALOG_DIR)));
    for (const folder of options.packs ?? []) packs.add(publicRegistry, loadPacks(folder));
    for (const entry of seed.registries) {
      const registry = ensureRegistry(db, entry.name, entry.kind);
      for (const folder of entry.packs) packs.add(registry, loadPacks(folder));
    }
    for (const macro of seed.macros) upsertMacros(db, macroOwner(db, macro), [macroOf(macro)]);
    if (seed.systemProfile) backend.systemProfile = systemProfileOf(backend, seed.systemProfile);
  }).immediate();
}
