import { foldPlaces } from "./fold-places";

const at = (layer: string, path: string) => ({ layer, path, message: "It is so." });

test("The first of each layer is told, with how many more there are", () => {
  expect(foldPlaces([at("a", "x"), at("b", "x"), at("a", "y"), at("a", "z"), at("b", "y")])).toEqual([
    { layer: "a", path: "x", message: "It is so. So in 2 more places of the layer." },
    { layer: "b", path: "x", message: "It is so. So in 1 more place of the layer." },
  ]);
});

test("What has another key stands for itself", () => {
  const found = [at("a", "x"), at("a", "y")];
  expect(foldPlaces(found, ({ path }) => path!)).toEqual(found);
});
