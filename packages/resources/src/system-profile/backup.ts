import { existsSync, renameSync } from "node:fs";
import { mkdir, open } from "node:fs/promises";
import { dirname } from "node:path";
import { yamlText, yamlValue } from "@palette-profiles/profiles";
import { DiagnosticError } from "@palette-profiles/resource-kit";
import type { LiveLayer, LiveSystemProfile } from "./live";

/** Which form the text has; raised when an older reader could not read it. */
const FORMAT = 1;

/** The layers of a system profile as they were. */
export interface Backup {
  profile: Pick<LiveSystemProfile, "uid" | "name" | "version">;
  layers: LiveLayer[];
}

export function backupText({ uid, name, version, layers }: LiveSystemProfile): string {
  const written = layers.map(({ kind, ...layer }) => ({ ...layer, layer: kind }));
  return `# The layers of a system profile as they were. Way back: palette-profiles system-profile restore FILE\n${yamlText(
    {
      format: FORMAT,
      profile: { name, uid, version },
      layers: written,
    },
  )}`;
}

/** @throws {DiagnosticError} `NoBackup`, where the text is something else. */
export function backupOf(text: string, file: string): Backup {
  const wrong = (why: string) =>
    new DiagnosticError({
      code: "NoBackup",
      summary: "This is not a backup of a system profile",
      detail: `${file} ${why}. Give a file that backup_file named, or the text of previous_layers.`,
    });
  let read: unknown;
  try {
    read = yamlValue(text);
  } catch (error) {
    throw wrong(`is not YAML: ${(error as Error).message.split("\n", 1)[0]}`);
  }
  const it = read as {
    format?: unknown;
    profile?: Backup["profile"];
    layers?: (LiveLayer & { layer?: string })[];
  } | null;
  if (typeof it !== "object" || it === null || !Array.isArray(it.layers) || typeof it.profile?.name !== "string") {
    throw wrong("does not hold the layers of a profile");
  }
  if (it.format !== FORMAT) throw wrong(`has the format ${String(it.format)}, and this release reads ${FORMAT}`);
  const layers = it.layers.map(({ layer, ...rest }) => ({
    ...rest,
    kind: layer ?? "addon",
    manifests: rest.manifests ?? [],
  }));
  return { profile: it.profile, layers };
}

/**
 * Writes a backup, safely on disk when this returns, readable by its owner alone. A file that has the name already is kept
 * beside it, as `FILE.1`, `FILE.2` and so on.
 */
export async function saveBackup(file: string, text: string): Promise<void> {
  try {
    await mkdir(dirname(file), { recursive: true });
    if (existsSync(file)) renameSync(file, freeName(file));
    const handle = await open(file, "wx", 0o600);
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw new DiagnosticError({
      code: "NoBackupWritten",
      path: ["backupFile"],
      summary: "The backup could not be written",
      detail: `${file} could not be written (${(error as NodeJS.ErrnoException).code ?? (error as Error).message}), so the system profile was left as it is. Name a file that can be written in backup_file.`,
    });
  }
}

function freeName(file: string): string {
  for (let n = 1; ; n++) {
    const name = `${file}.${n}`;
    if (!existsSync(name)) return name;
  }
}
