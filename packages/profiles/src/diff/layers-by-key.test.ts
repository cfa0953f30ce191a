import { UNKNOWN } from "../model/unknown";
import { diffProfiles } from "./diff-profiles";
import { layersByKey, tiersByKey } from "./layers-by-key";

const blog = 'pack:\n  "spectrocloud.com/display-name": blog\n';
const layer = (name: string, values = "a: 1\n") => ({ name, values, manifests: [] });

test("Layers go by the keys that changes have", () => {
  const before = { name: "p", packs: [layer("web"), layer("web", blog), layer("web", "b: 1\n")], variables: [] };
  const after = { ...before, packs: before.packs.map((each) => ({ ...each, tag: "2.0.0" })) };
  const keys = [...layersByKey(before.packs).keys()];
  expect(keys).toEqual(["web", "web (blog)", "web #2"]);
  expect(diffProfiles(before, after).changes.map((change) => change.layer)).toEqual(keys);
});

test("A layer that is not known is left out, and the others keep their places", () => {
  expect([...layersByKey([UNKNOWN, { name: UNKNOWN }, layer("web")]).keys()]).toEqual(["layer 2", "web"]);
  expect(layersByKey(UNKNOWN).size).toBe(0);
});

test("Tiers go by their names", () => {
  expect([...tiersByKey([{ name: "db" }, { name: "web" }]).keys()]).toEqual(["db", "web"]);
});
