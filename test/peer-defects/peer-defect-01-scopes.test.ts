import { addons, nginx } from "../scenarios/profiles";
import { onBench } from "./bench";

// The peer keeps the scope in its one client, so that of 30 profiles made at once ten land in the wrong scope.
test("peer defect 1: thirty profiles of two scopes, ten at a time, each stay in their own scope through their lives", async () => {
  await onBench(async ({ plan, apply, read, backend, sent }) => {
    const tenant = (index: number) => (index % 2 === 0 ? { context: "tenant" } : { context: "project" });
    const config = (index: number, replicas: number) =>
      addons({
        name: `profile-${index}`,
        ...tenant(index),
        packs: [{ ...nginx, values: `charts:\n  nginx:\n    replicas: ${replicas}\n` }],
      });
    const inTens = async (act: (index: number) => Promise<void>) => {
      const queue = Array.from({ length: 30 }, (_, index) => index);
      const worker = async () => {
        for (let next = queue.shift(); next !== undefined; next = queue.shift()) await act(next);
      };
      await Promise.all(Array.from({ length: 10 }, worker));
    };
    const states = new Map<number, Awaited<ReturnType<typeof apply>>["state"]>();
    const step = (replicas: number) => async (index: number) => {
      const before = states.get(index);
      const prior = before && (await read(before));
      const { planned, diagnostics } = await plan(config(index, replicas), prior);
      const done = await apply(planned, prior);
      expect([...diagnostics, ...done.diagnostics]).toEqual([]);
      states.set(index, done.state);
    };
    await inTens(step(1));
    await inTens(step(2));

    const scopes = (await backend.profiles()).map(({ metadata }) => [metadata?.name, metadata?.annotations?.scope]);
    const wanted = Array.from({ length: 30 }, (_, index) => [`profile-${index}`, tenant(index).context]);
    expect(scopes.sort()).toEqual(wanted.sort());
    const misplaced = sent("PUT")
      .concat(sent("PATCH"))
      .filter(({ path, project }) => {
        const uid = path.split("/")[3];
        const [index] = [...states].find(([, state]) => state?.id === uid) ?? [];
        return (project === undefined) !== (tenant(index ?? -1).context === "tenant");
      });
    expect(misplaced).toEqual([]);

    await inTens(async (index) => {
      expect((await apply(undefined, states.get(index))).diagnostics).toEqual([]);
    });
    expect(await backend.profiles()).toEqual([]);
  });
});
