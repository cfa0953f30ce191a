import type { V1ClusterProfile } from "@palette-profiles/palette-api";
import type { Reach, ResourceInput, ReviewInput } from "@palette-profiles/review";

/**
 * Asks Palette who uses the cluster profiles that change, a call a profile, with the credentials of the environment. What it cannot
 * tell, because the profile is gone or the key may not read it, is a note.
 */
export async function withReach(input: ReviewInput): Promise<ReviewInput> {
  const asked = input.resources.filter(
    ({ kind, uid, impact }) => kind === "cluster" && uid !== undefined && impact !== "no-op",
  );
  if (asked.length === 0) return input;
  const { palette, scopeOf } = await import("@palette-profiles/resources");
  const { clusterProfiles } = await import("@palette-profiles/palette-api");
  const stop = new AbortController();
  process.once("SIGINT", () => stop.abort());
  const run = { context: palette.configure({}, process.env), signal: stop.signal };
  const report = progress(asked.length);
  const notes: string[] = [];
  const found = new Map<ResourceInput, Reach>();
  await Promise.all(
    asked.map(async (resource) => {
      try {
        const at = await scopeOf(headOf(resource), run);
        found.set(resource, reachOf(await clusterProfiles(run.context.client, at).get(resource.uid!)));
      } catch (error) {
        notes.push(`Palette does not tell who uses ${resource.address}: ${(error as Error).message}`);
      }
      report.done();
    }),
  );
  report.end();
  const resources = input.resources.map((resource) => {
    const reach = found.get(resource);
    return reach === undefined ? resource : { ...resource, reach };
  });
  return { ...input, resources, notes: [...(input.notes ?? []), ...notes.sort()] };
}

function headOf({ before }: ResourceInput): { context?: string; project?: string } {
  const { context, project } = (typeof before === "object" ? before : {}) as Record<string, unknown>;
  return {
    ...(typeof context === "string" ? { context } : {}),
    ...(typeof project === "string" ? { project } : {}),
  };
}

function reachOf({ status }: V1ClusterProfile): Reach {
  const clusters = status?.inUseClusters?.map(({ name, uid }) => name ?? uid ?? "") ?? status?.inUseClusterUids ?? [];
  const templates = status?.inUseClusterTemplates?.map(({ name, uid }) => name ?? uid ?? "") ?? [];
  return { clusters, templates };
}

/** From two seconds on it is said how far it is, on a terminal. */
function progress(total: number): { done(): void; end(): void } {
  const begun = Date.now();
  const shows = process.stderr.isTTY === true;
  let asked = 0;
  return {
    done() {
      asked++;
      if (shows && Date.now() - begun > 2000) process.stderr.write(`\rAsking Palette: ${asked} of ${total} profiles`);
    },
    end() {
      if (shows && Date.now() - begun > 2000) process.stderr.write("\n");
    },
  };
}
