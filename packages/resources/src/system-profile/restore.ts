import { readFile } from "node:fs/promises";
import { sameYaml } from "@palette-profiles/profiles";
import { DiagnosticError, type Run } from "@palette-profiles/resource-kit";
import { explained, SYSTEM_TOKEN } from "../explain";
import { type Palette, systemScope } from "../palette";
import { backupOf, backupText, saveBackup } from "./backup";
import { requireSystemProfile } from "./find";
import type { LiveLayer } from "./live";
import { writeLayers } from "./write";

/** What going back came to. */
export interface Restored {
  profile: string;
  /** The layers that changed, by name. Empty where Palette has what the backup holds: then nothing was sent. */
  layers: string[];
  /** The layers that came after the backup, which stay. */
  kept: string[];
  /** Where the layers as they were before are: the way forth again. Absent where nothing changed. */
  saved?: string;
}

/**
 * Puts the layers of a backup back, all of them, as the file has them. What is there now is saved first, beside the file.
 * @throws {DiagnosticError} `NoBackup`, `NoSystemProfile`; what Palette refuses, with what to do.
 */
export async function restoreSystemProfile(file: string, run: Run<Palette>): Promise<Restored> {
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    throw new DiagnosticError({
      code: "NoBackup",
      summary: "The backup cannot be read",
      detail: `${file} cannot be read (${error.code}). Give a file that backup_file named.`,
    });
  });
  const { profile, layers } = backupOf(text, file);
  return explained(
    `restoring system profile "${profile.name}"`,
    async () => {
      const at = systemScope(run);
      const live = await requireSystemProfile(run.context, at, profile.name);
      const kept = live.layers.filter(({ name }) => !layers.some((layer) => layer.name === name));
      const wanted = [...layers.map((layer) => withLiveUids(layer, live.layers)), ...kept];
      const changed = wanted.filter((layer, index) => !sameLayer(layer, live.layers[index])).map(({ name }) => name);
      const result = { profile: profile.name, layers: changed, kept: kept.map(({ name }) => name) };
      if (changed.length === 0) return result;
      const saved = `${file}.replaced`;
      await saveBackup(saved, backupText(live));
      await writeLayers(run.context, at, live, wanted);
      return { ...result, saved };
    },
    SYSTEM_TOKEN,
  );
}

/** Manifests keep the uids that Palette knows them by now. */
function withLiveUids(layer: LiveLayer, live: readonly LiveLayer[]): LiveLayer {
  const now = live.find(({ name }) => name === layer.name);
  const manifests = layer.manifests.map((manifest) => ({
    ...manifest,
    uid: now?.manifests.find(({ name }) => name === manifest.name)?.uid ?? manifest.uid,
  }));
  return { ...layer, manifests };
}

function sameLayer(a: LiveLayer, b: LiveLayer | undefined): boolean {
  return (
    b !== undefined &&
    a.name === b.name &&
    a.tag === b.tag &&
    sameYaml(a.values, b.values) &&
    a.manifests.length === b.manifests.length &&
    a.manifests.every(({ name, content }, index) => {
      const other = b.manifests[index]!;
      return name === other.name && sameYaml(content, other.content);
    })
  );
}
