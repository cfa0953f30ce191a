import { findings, messages } from "../risk.test-support";
import { imageTagLatest } from "./image-tag-latest";

test("An image that becomes latest is told with its leaf", () => {
  expect(findings(imageTagLatest, imageTagLatest.example)).toEqual([
    { layer: "shop", path: "image.tag", message: "The image is the latest one." },
  ]);
});

test("Of a layer that comes with several, the first is told, and how many more there are", () => {
  const values = "a: {image: {tag: latest}}\nb: {image: {tag: latest}}\nc: {image: web:latest}\n";
  expect(messages(imageTagLatest, [], [{ name: "shop", values }])).toEqual([
    "The image is the latest one. So in 2 more places of the layer.",
  ]);
});

test("One that was so before, and one that gets a release, are not", () => {
  const latest = { name: "shop", values: "image: {tag: latest}\nreplicas: 1\n" };
  expect(messages(imageTagLatest, [latest], [{ ...latest, values: "image: {tag: latest}\nreplicas: 2\n" }])).toEqual(
    [],
  );
  expect(messages(imageTagLatest, [latest], [{ ...latest, values: "image: {tag: 1.0.0}\n" }])).toEqual([]);
});

test("Another image that is the latest as the one before it was, is not", () => {
  const image = (text: string) => [{ name: "shop", values: `image: ${text}\n` }];
  expect(messages(imageTagLatest, image("a:latest"), image("b:latest"))).toEqual([]);
  expect(messages(imageTagLatest, image("a:1"), image("b:latest"))).toHaveLength(1);
});

test("An image without a tag in a manifest is told with the manifest", () => {
  const content = "kind: Pod\nspec: {containers: [{name: a, image: nginx}]}\n";
  const after = { packs: [{ name: "web", type: "manifest", manifests: [{ name: "m", content }] }] };
  expect(findings(imageTagLatest, { after })).toEqual([
    { layer: "web", manifest: "m", path: "spec.containers[name=a].image", message: "The image is the latest one." },
  ]);
});
