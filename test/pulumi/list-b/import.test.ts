import { argo, certManager, nginx } from "../../scenarios/profiles";
import { done, nativeWays, openWorld, well } from "./ways";

jest.setTimeout(180_000);

const text = JSON.stringify;

describe.each(nativeWays)("imports: $name", (way) => {
  test("by the option and by the command take over what is there, change nothing, and destroy removes it", async () => {
    const { stack, write, backend, close } = await openWorld(way);
    try {
      const made = (name: string, more: object) => `profile("${name}", ${text(more)}, { retainOnDelete: true });`;
      const a = { version: "1.2.0", tags: ["team:a"], packs: [argo(2), certManager] };
      const b = { packs: [nginx] };
      await write(`${made("a", a)} ${made("b", b)}`);
      await well(stack.up());
      await well(stack.destroy());
      const before = await backend.profiles();
      expect(before).toHaveLength(2);
      await backend.forget();

      await write(`exports.uid = profile("a", ${text(a)}, { import: "a:project" }).uid;`);
      expect(done(await well(stack.preview()))).toEqual(["import a"]);
      const up = await well(stack.up());
      expect(done(up)).toEqual(["import a"]);
      expect(before.map(({ metadata }) => metadata?.uid)).toContain(up.outputs.uid);
      const imported = await well(stack.import({ type: way.mode.type, name: "b", id: "b:project", protect: false }));
      expect(done(imported)).toContain("import b");
      await write(`profile("a", ${text(a)}); profile("b", ${text(b)});`);
      await well(stack.preview({ refresh: true, expectNoChanges: true }));
      expect((await backend.calls()).filter((call) => !call.startsWith("GET"))).toEqual([]);
      expect(await backend.profiles()).toEqual(before);

      // What the program says otherwise is an update, shown before.
      await write(`profile("a", ${text({ ...a, tags: ["team:b"] })}); profile("b", ${text(b)});`);
      expect(done(await well(stack.preview()))).toEqual(["update a tags"]);
      const refused = await stack.import({ type: way.mode.type, name: "c", id: "nothing:project" });
      expect([refused.ok, refused.errors.join()]).toEqual([
        false,
        expect.stringContaining('There is no cluster profile "nothing"'),
      ]);
      await well(stack.destroy());
      expect(await backend.profiles()).toEqual([]);
    } finally {
      await close();
    }
  });
});
