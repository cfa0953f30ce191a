import type { PackState } from "@palette-profiles/profiles";
import type { ResourceInput, ReviewInput } from "@palette-profiles/review";

/**
 * Asks Palette who uses the cluster profiles that change, and which of their packs are on their way out: a call a profile and one a pack, with
 * the credentials of the environment. What it cannot tell, because the profile is gone or the key may not read it, is a note.
 */
export async function withLive(input: ReviewInput): Promise<ReviewInput> {
  const asked = input.resources.filter(({ kind, impact }) => kind === "cluster" && impact !== "no-op");
  if (asked.length === 0) return input;
  const { knowledgeOf, palette, scopeOf } = await import("@palette-profiles/resources");
  const { clusterProfiles } = await import("@palette-profiles/palette-api");
  const { readReach } = await import("@palette-profiles/review");
  const stop = new AbortController();
  process.once("SIGINT", () => stop.abort());
  const run = { context: palette.configure({}, process.env), signal: stop.signal };
  const report = progress(asked.length);
  const notes: string[] = [];
  const found = new Map<ResourceInput, Answers>();
  await Promise.all(
    asked.map(async (resource) => {
      try {
        found.set(resource, await answersOf(resource));
      } catch (error) {
        notes.push(`Palette does not tell who uses ${resource.address}: ${(error as Error).message}`);
      } finally {
        report.done();
      }
    }),
  );
  report.end();
  const resources = input.resources.map((resource) => ({ ...resource, ...found.get(resource) }));
  return { ...input, resources, notes: [...(input.notes ?? []), ...notes.sort()] };

  async function answersOf(resource: ResourceInput): Promise<Answers> {
    const at = await scopeOf(headOf(resource), run);
    const packStates: Record<string, PackState> = {};
    for (const uid of packsOf(resource)) {
      const pack = await run.context.lookups.pack(at, uid);
      const state = pack === undefined ? undefined : knowledgeOf(pack, uid)?.state;
      if (state !== undefined) packStates[uid] = state;
    }
    if (resource.uid === undefined) return { packStates };
    return { packStates, reach: readReach(await clusterProfiles(run.context.client, at).get(resource.uid)) };
  }
}

type Answers = Pick<ResourceInput, "reach" | "packStates">;

/** A new profile has its scope after the plan alone. */
function headOf({ before, after }: ResourceInput): { context?: string; project?: string } {
  const { context, project } = fieldsOf(before ?? after);
  return {
    ...(typeof context === "string" ? { context } : {}),
    ...(typeof project === "string" ? { project } : {}),
  };
}

/** The uids of the packs after the plan, as far as they are known. */
function packsOf({ after }: ResourceInput): string[] {
  const { packs } = fieldsOf(after);
  const uids = (Array.isArray(packs) ? (packs as unknown[]) : []).map((layer) => fieldsOf(layer).uid);
  return [...new Set(uids.filter((uid) => typeof uid === "string" && uid !== ""))] as string[];
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
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
