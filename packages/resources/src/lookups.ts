import {
  type At,
  isNotFound,
  macros,
  type PaletteClient,
  PaletteError,
  packs,
  projects,
  registries,
  type V1Macros,
  type V1PackTagEntity,
  type V1RegistryMetadata,
} from "@palette-profiles/palette-api";
import { nearest } from "@palette-profiles/profiles";
import { DiagnosticError } from "@palette-profiles/resource-kit";

/**
 * What changes rarely and is asked often: projects, registries, packs. Each question is asked once in the life of a
 * provider process, however many resources need the answer; a failed answer is not kept.
 */
export interface Lookups {
  /** @throws {DiagnosticError} `UnknownProject`, with the nearest names. */
  projectUid(name: string, signal: AbortSignal): Promise<string>;
  /** @throws {DiagnosticError} `UnknownProject` */
  projectName(uid: string, signal: AbortSignal): Promise<string>;
  registries(at: At): Promise<V1RegistryMetadata[]>;
  /** A pack's versions in a registry, or `undefined` where the registry does not have it. */
  packVersions(at: At, pack: string, registryUid: string): Promise<V1PackTagEntity | undefined>;
  pack(at: At, uid: string): Promise<V1PackTagEntity | undefined>;
  /** Every pack that Palette knows, with the registries that hold it. For finding a registry, and for nearest names. */
  packNames(at: At): Promise<{ name: string; registryUids: string[] }[]>;
  /** Whether Palette knows the charts of a Helm registry. */
  helmSynced(at: At, registryUid: string): Promise<boolean>;
  /** Whether Palette knows what an OCI registry holds. */
  ociSynced(at: At, registryUid: string): Promise<boolean>;
  /** The names of the macros that a profile of this scope may use, in one call; `undefined` where the key may not read them. */
  macros(at: At): Promise<string[] | undefined>;
  /**
   * The names that the project's, the tenant's and the system's own lists hold, as far as the key may read them: a second
   * look before a macro is told missing, since Palette describes only these lists well. Only a wrong name costs it.
   */
  definedMacros(at: At): Promise<string[]>;
}

export function createLookups(client: PaletteClient): Lookups {
  const answers = new Map<string, Promise<unknown>>();
  const once = <T>(key: string, ask: () => Promise<T>): Promise<T> => {
    const asked = answers.get(key) as Promise<T> | undefined;
    if (asked !== undefined) return asked;
    const answer = ask().catch((error: unknown) => {
      answers.delete(key);
      throw error;
    });
    answers.set(key, answer);
    return answer;
  };
  const scoped = (at: At, ...parts: string[]): string =>
    JSON.stringify([at.scope.kind === "project" ? at.scope.uid : at.scope.kind, ...parts]);
  const orMissing = <T>(ask: Promise<T>): Promise<T | undefined> =>
    ask.catch((error: unknown) => {
      if (isNotFound(error)) return undefined;
      throw error;
    });

  return {
    async projectUid(name, signal) {
      const { items } = await once("projects", () => projects(client, signal).list());
      const found = items.find((item) => item.metadata?.name === name);
      if (found?.metadata?.uid !== undefined) return found.metadata.uid;
      const names = items.flatMap((item) => item.metadata?.name ?? []);
      throw new DiagnosticError({
        code: "UnknownProject",
        summary: `There is no project "${name}"`,
        detail: `Palette has no project "${name}" that this API key can see.${suggest(name, names)}`,
      });
    },
    async projectName(uid, signal) {
      const { items } = await once("projects", () => projects(client, signal).list());
      const found = items.find((item) => item.metadata?.uid === uid)?.metadata?.name;
      if (found !== undefined) return found;
      throw new DiagnosticError({
        code: "UnknownProject",
        summary: `There is no project with the uid "${uid}"`,
        detail: `Palette has no project with the uid "${uid}" that this API key can see. Check it, or give the name instead.`,
      });
    },
    registries: (at) => once(scoped(at, "registries"), async () => (await registries(client, at).list()).items),
    packVersions: (at, pack, registryUid) =>
      once(scoped(at, "versions", pack, registryUid), () => orMissing(packs(client, at).versions(pack, registryUid))),
    pack: (at, uid) => once(scoped(at, "pack", uid), () => orMissing(packs(client, at).get(uid))),
    packNames: (at) =>
      once(scoped(at, "names"), async () =>
        (await packs(client, at).search()).map((item) => ({
          name: item.spec?.name ?? "",
          registryUids: (item.spec?.registries ?? []).flatMap((registry) => registry.uid ?? []),
        })),
      ),
    helmSynced: (at, registryUid) =>
      once(scoped(at, "synced", registryUid), async () => {
        const status = await orMissing(registries(client, at).helmSync(registryUid));
        return status?.isSyncSupported === true;
      }),
    ociSynced: (at, registryUid) =>
      once(scoped(at, "oci synced", registryUid), async () => {
        const status = await orMissing(registries(client, at).ociSync(registryUid));
        return status?.isSyncSupported === true;
      }),
    macros: (at) => once(scoped(at, "macros"), () => macroNames(macros(client, at).ofProfiles())),
    definedMacros: (at) =>
      once(scoped(at, "defined macros"), async () => {
        const { ofTenant, ofProject, ofSystem } = macros(client, at);
        const lists = [ofTenant(), ofSystem(), ...(at.scope.kind === "project" ? [ofProject(at.scope.uid)] : [])];
        return (await Promise.all(lists.map(macroNames))).flatMap((names) => names ?? []);
      }),
  };
}

/** A key without the permission for macros is common, and no reason to stop. */
async function macroNames(asked: Promise<V1Macros>): Promise<string[] | undefined> {
  try {
    return ((await asked).macros ?? []).flatMap(({ name }) => (name === undefined ? [] : macroName(name)));
  } catch (error) {
    if (error instanceof PaletteError && error.status < 500 && error.status !== 429) return undefined;
    throw error;
  }
}

/** A macro's name alone: some of Palette's lists give it as it is written in texts. */
export function macroName(listed: string): string {
  return listed.replace(/^[{\s]*\.?spectro\.macro\./, "").replace(/[\s}]+$/, "");
}

/** ` Did you mean …?`, or ` There are: …`, or nothing: for the end of an error. */
export function suggest(wrong: string, known: readonly string[]): string {
  const near = nearest(wrong, known, 3);
  if (near.length > 0) return ` Did you mean ${near.map((name) => `"${name}"`).join(", ")}?`;
  if (known.length === 0 || known.length > 12) return "";
  return ` There are: ${known.map((name) => `"${name}"`).join(", ")}.`;
}
