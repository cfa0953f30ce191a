import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { cache, shop } from "../scenarios/apps";
import { addons, namespaces, nginx } from "../scenarios/profiles";
import { guarded, ours } from "../scenarios/system";
import { recordState, type Told } from "./recorded-state";

const variables = [
  { name: "replicas", displayName: "Replicas", format: "number", defaultValue: "2" },
  { name: "token", displayName: "Token", isSensitive: true, defaultValue: "s3cr3t" },
];
const cluster = addons({
  packs: [
    { ...nginx, values: "charts:\n  nginx:\n    replicas: {{.spectro.var.replicas}} # as asked\n" },
    { name: "argo-cd", tag: "7.7.5", overrides: "charts:\n  argo-cd:\n    server:\n      replicas: 3\n" },
    namespaces,
  ],
  profileVariables: { variables },
});

const store = { ...shop(), tiers: [...(shop().tiers ?? []), cache()] };

/** One for each class: what a release must still read when it is the oldest that anybody has. */
const PROGRAMS: Omit<Told, "mode">[] = [
  {
    class: "ClusterProfile",
    args: [cluster, { ...cluster, version: "1.1.0" }],
    next: { ...cluster, version: "1.1.0", tags: ["team:platform"] },
  },
  {
    class: "AppProfile",
    seed: "app/seed.yaml",
    args: [store],
    next: { ...store, description: "Another" },
  },
  {
    class: "SystemProfile",
    seed: "system/seed.yaml",
    args: [guarded()],
    next: guarded({ packs: [ours("100.80.0.0/16")] }),
  },
];

/** Writes `FOLDER/RELEASE/MODE-CLASS.json` for each class and mode. */
export async function recordStates(folder: string, release: string): Promise<void> {
  await mkdir(join(folder, release), { recursive: true });
  for (const mode of ["dynamic", "native"] as const) {
    for (const program of PROGRAMS) {
      const recorded = await recordState({ ...program, mode }, release);
      const file = join(folder, release, `${mode}-${program.class}.json`);
      await writeFile(file, `${JSON.stringify(recorded, null, 2)}\n`);
    }
  }
}
