import fc from "fast-check";
import { PluginClient, shelfPlugin } from "../../testing/plugin-client";

const box = fc.record(
  { name: fc.constantFrom("a", "b", "c", "d"), label: fc.constantFrom("x", "y"), size: fc.constantFrom("1", "2") },
  { requiredKeys: ["name"] },
);
const program = fc.record(
  {
    name: fc.constantFrom("tall", "low"),
    room: fc.constantFrom("hall", "attic"),
    wood: fc.constantFrom("oak", "pine"),
    code: fc.constantFrom("1", "2"),
    boxes: fc.uniqueArray(box, { selector: ({ name }) => name, maxLength: 4 }),
  },
  { requiredKeys: ["name", "room"] },
);

let client: PluginClient;
beforeAll(async () => {
  client = await PluginClient.open(shelfPlugin({ shelves: new Map(), asked: [] }));
  await client.configure();
});
afterAll(() => client.close());

const top = (path: string) => path.replace(/[.[].*/, "");

test("every answer to a diff keeps what Pulumi's protocol demands of one", () =>
  fc.assert(
    fc.asyncProperty(program, program, async (before, now) => {
      const { inputs, outs } = await client.made(before);
      const { inputs: news } = await client.check(now, inputs);
      const it = await client.diff({ olds: outs, oldInputs: inputs, news });
      const paths = Object.keys(it.shown);
      const replacing = paths.filter((path) => it.shown[path]?.includes("_REPLACE"));
      expect(new Set(it.diffs)).toEqual(new Set(paths.map(top)));
      expect(it.diffs.length).toBe(new Set(it.diffs).size);
      expect(new Set(it.replaces)).toEqual(new Set(replacing.map(top)));
      expect(it.some).toBe(paths.length > 0);
      expect(it.stables.filter((name) => it.diffs.includes(name))).toEqual([]);
      if (it.replaces.length > 0) {
        expect(it.stables).not.toContain("uid");
        return;
      }
      // What is shown as stable stays, in the preview and after.
      const previewed = await client.update(outs, news, { preview: true });
      const updated = await client.update(outs, news);
      for (const name of it.stables) {
        expect(previewed[name]).toEqual(outs[name]);
        expect(updated[name]).toEqual(outs[name]);
      }
      expect((await client.diff({ olds: updated, oldInputs: news, news })).some).toBe(false);
    }),
    { numRuns: 60 },
  ));
