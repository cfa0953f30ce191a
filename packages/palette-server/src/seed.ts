import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { parseDocument } from "yaml";
import type { Administrator } from "./auth";
import { PaletteError } from "./errors";
import { DEFAULT_PROJECT } from "./store/projects";
import { PUBLIC_REGISTRY, REGISTRY_KINDS, type RegistryKind } from "./store/registries";
import { readSystemProfile, type SystemProfileSeed } from "./system/system-profile-seed";
import { type ProfileUser, readUsers } from "./usage";

const MACRO_SCOPES: readonly SeedMacro["scope"][] = ["project", "tenant", "system"];

export interface SeedRegistry {
  name: string;
  kind: RegistryKind;
  /** Folders of packs, absolute. */
  packs: string[];
}

export interface SeedMacro {
  name: string;
  value: string;
  scope: "project" | "tenant" | "system";
  /** The project's name, in the scope `project`. */
  project: string;
}

/** Quotas of the tenant; none where they are left out. */
export interface Limits {
  clusterProfiles?: number;
}

/** What a server holds from its start. */
export interface Seed {
  projects: { name: string; labels?: Record<string, string> }[];
  registries: SeedRegistry[];
  apiKeys: string[];
  macros: SeedMacro[];
  /** Clusters and cluster templates. */
  users: ProfileUser[];
  limits: Limits;
  systemAdministrators: Administrator[];
  systemProfile: SystemProfileSeed | undefined;
}

const SECTIONS = [
  "projects",
  "registries",
  "apiKeys",
  "macros",
  "clusters",
  "clusterTemplates",
  "limits",
  "systemAdministrators",
  "systemProfile",
];

export const EMPTY_SEED: Seed = {
  projects: [],
  registries: [],
  apiKeys: [],
  macros: [],
  users: [],
  limits: {},
  systemAdministrators: [],
  systemProfile: undefined,
};

/** Reads a seed file; an error names the file and the place in it. */
export function readSeed(file: string): Seed {
  const fail = (what: string): never => {
    throw new Error(`The seed file ${file} is not valid: ${what}`);
  };
  const document = parseDocument(readFile(file));
  if (document.errors[0]) fail(document.errors[0].message);
  const root: unknown = document.toJS() ?? {};
  const reader = seedReader(fail);
  const sections = reader.object(root, "the file", SECTIONS);
  return {
    projects: reader.list(sections.projects, "projects").map((item, index) => {
      const at = `projects[${index}]`;
      const project = reader.object(item, at, ["name", "labels"]);
      const name = reader.text(project.name, `${at}.name`);
      if (project.labels === undefined) return { name };
      const labels = reader.object(project.labels, `${at}.labels`, Object.keys(project.labels ?? {}));
      const texts = Object.entries(labels).map(([key, value]) => [key, reader.text(value, `${at}.labels.${key}`)]);
      return { name, labels: Object.fromEntries(texts) };
    }),
    registries: reader.list(sections.registries, "registries").map((item, index) => {
      const at = `registries[${index}]`;
      const registry = reader.object(item, at, ["name", "kind", "packs"]);
      const kind = reader.text(registry.kind, `${at}.kind`) as RegistryKind;
      if (!REGISTRY_KINDS.includes(kind)) fail(`${at}.kind must be one of ${REGISTRY_KINDS.join(", ")}, not "${kind}"`);
      const name = reader.text(registry.name, `${at}.name`);
      if (name === PUBLIC_REGISTRY && kind !== "pack") fail(`${at}.kind: "${PUBLIC_REGISTRY}" is always of kind pack`);
      const folders = reader
        .list(registry.packs, `${at}.packs`)
        .map((folder, n) => reader.text(folder, `${at}.packs[${n}]`));
      return { name, kind, packs: folders.map((folder) => resolve(dirname(file), folder)) };
    }),
    apiKeys: reader.list(sections.apiKeys, "apiKeys").map((item, index) => reader.text(item, `apiKeys[${index}]`)),
    macros: reader.list(sections.macros, "macros").map((item, index) => {
      const at = `macros[${index}]`;
      const macro = reader.object(item, at, ["name", "value", "scope", "project"]);
      const scope = reader.text(macro.scope ?? "project", `${at}.scope`) as SeedMacro["scope"];
      if (!MACRO_SCOPES.includes(scope)) fail(`${at}.scope must be one of ${MACRO_SCOPES.join(", ")}, not "${scope}"`);
      const project = reader.text(macro.project ?? DEFAULT_PROJECT, `${at}.project`);
      const name = reader.text(macro.name, `${at}.name`);
      return { name, value: reader.text(macro.value, `${at}.value`), scope, project };
    }),
    users: orFail(fail, () => readUsers(sections)),
    limits: limitsOf(reader.object(sections.limits ?? {}, "limits", ["clusterProfiles"]), fail),
    systemAdministrators: reader.list(sections.systemAdministrators, "systemAdministrators").map((item, index) => {
      const at = `systemAdministrators[${index}]`;
      const { email, password } = reader.object(item, at, ["email", "password"]);
      return { email: reader.text(email, `${at}.email`), password: reader.text(password, `${at}.password`) };
    }),
    systemProfile: orFail(fail, () => readSystemProfile(sections.systemProfile, dirname(file))),
  };
}

/** The sections that `/__server` takes as well are read by what refuses a request. */
function orFail<T>(fail: (what: string) => never, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof PaletteError) return fail(error.message);
    throw error;
  }
}

function limitsOf({ clusterProfiles }: Record<string, unknown>, fail: (what: string) => never): Limits {
  if (clusterProfiles === undefined) return {};
  if (typeof clusterProfiles === "number" && Number.isInteger(clusterProfiles) && clusterProfiles >= 0) {
    return { clusterProfiles };
  }
  return fail("limits.clusterProfiles must be a whole number");
}

function readFile(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new Error(`The seed file cannot be read: ${(error as Error).message}`);
  }
}

/** Reads values of known shapes, and fails with their path otherwise. */
function seedReader(fail: (what: string) => never) {
  return {
    object(value: unknown, path: string, keys: readonly string[]): Record<string, unknown> {
      if (typeof value !== "object" || value === null || Array.isArray(value)) return fail(`${path} must be a map`);
      const unknown = Object.keys(value).find((key) => !keys.includes(key));
      if (unknown !== undefined) fail(`${path} has the unknown key "${unknown}"; there are ${keys.join(", ")}`);
      return value as Record<string, unknown>;
    },
    list(value: unknown, path: string): unknown[] {
      if (value === undefined || value === null) return [];
      return Array.isArray(value) ? value : fail(`${path} must be a list`);
    },
    text(value: unknown, path: string): string {
      return typeof value === "string" && value.trim() !== ""
        ? value
        : fail(`${path} must be a text that is not empty`);
    },
  };
}
