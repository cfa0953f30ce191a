import type { LayerModel, ProfileModel } from "../model/profile";
import { type DeepFields, knownItems, knownText } from "../model/unknown";
import { nearest } from "../nearest";
import type { Reference } from "../references";
import { keyPaths } from "../yaml/key-paths";
import { type Problem, warning } from "./problem";
import { allKnown, type ProfileText } from "./texts";

/** The packs of a profile by name, each with its whole values where they are written; absent where a name is not known. */
export type KnownPacks = ReadonlyMap<string, string | undefined>;

export function knownPacks(profile: DeepFields<ProfileModel>): KnownPacks | undefined {
  if (!allKnown<LayerModel>(profile.packs, ({ name }) => typeof name !== "symbol")) return undefined;
  return new Map(
    knownItems<LayerModel>(profile.packs).flatMap(({ item: { name, values } }) => {
      // `blog--wordpress` is the pack `wordpress` under another name.
      const pack = knownText(name)?.split("--").at(-1);
      return pack === undefined ? [] : [[pack, knownText(values)] as const];
    }),
  );
}

/**
 * `{{.spectro.pack.NAME.PATH}}` takes another pack's value, and nothing where there is none. A pack of another profile
 * of the cluster may be meant, so only what looks like a slip is told, and, of a full profile, every unknown pack.
 */
export function packProblems(
  { path, what, plural }: ProfileText,
  found: readonly Reference[],
  packs: KnownPacks | undefined,
  isFull: boolean,
): Problem[] {
  if (packs === undefined) return [];
  const told = new Set<string>();
  return found.flatMap((reference) => {
    const { kind, name, place, line, column } = reference;
    const whole = [name, ...(reference.path ?? [])].join(".");
    if (kind !== "pack" || place === "comment" || told.has(whole)) return [];
    told.add(whole);
    const wrong = packs.has(name)
      ? wrongPath(whole, packs.get(name), reference.path ?? [])
      : wrongPack(name, [...packs.keys()], isFull);
    if (wrong === undefined) return [];
    const start = `${what} ${plural ? "refer" : "refers"} to ".spectro.pack.${whole}" (line ${line}, column ${column})`;
    return [
      warning("UnknownPackReference", path, `${start}, but ${wrong}; Palette puts nothing in its place`, {
        line,
        column,
      }),
    ];
  });
}

function wrongPack(name: string, packs: readonly string[], isFull: boolean): string | undefined {
  const [near] = nearest(name, packs, 1);
  if (near !== undefined) return `no layer is the pack "${name}": did you mean "${near}"?`;
  return isFull ? `no layer is the pack "${name}"` : undefined;
}

function wrongPath(whole: string, values: string | undefined, path: readonly string[]): string | undefined {
  if (values === undefined || path.length === 0) return undefined;
  const wanted = path.join(".");
  const known = keyPaths(values);
  if (known.length === 0 || known.includes(wanted)) return undefined;
  const [near] = nearest(wanted, known, 1);
  return `the values of that layer have no "${wanted}"${near === undefined ? "" : `: did you mean "${whole.slice(0, -wanted.length)}${near}"?`}`;
}
