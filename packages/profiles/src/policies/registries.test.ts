import { UNKNOWN } from "../model/unknown";
import { allowRegistries } from "./registries";

const allowed = ["Public Repo", "uid-1"];
const told = (layer: object) =>
  allowRegistries({ packs: [layer] }, { allowed }).map(({ path, message }) => [path, message]);

test("other registries are told, and layers that name none", () => {
  expect(told({ name: "a", registryName: "Bitnami" })).toEqual([
    ["packs[0].registryName", 'The registry "Bitnami" of "a" is not allowed.'],
  ]);
  expect(told({ name: "a", registryUid: "uid-2" })).toMatchObject([["packs[0].registryUid", expect.anything()]]);
  expect(told({ name: "a" })).toEqual([["packs[0].registryName", '"a" names no registry.']]);
});

test("a registry counts by name or uid; manifests, containers and services come from none", () => {
  expect(told({ registryName: "Public Repo" })).toEqual([]);
  expect(told({ registryUid: "uid-1" })).toEqual([]);
  expect(told({ registryName: UNKNOWN })).toEqual([]);
  for (const type of ["manifest", "container", "operator-instance"]) expect(told({ type })).toEqual([]);
});

test("without the option every registry is allowed, with an empty list none", () => {
  expect(allowRegistries({ packs: [{ name: "a" }] }, {})).toEqual([]);
  expect(allowRegistries({ packs: [{ name: "a" }] }, { allowed: [] })).toHaveLength(1);
});
