import { pinImages } from "./image-tags";

const told = (layer: object) =>
  pinImages({ packs: [layer] }).map(({ path, within, message }) => [path, within, message]);

test("latest is told in values and manifests, as an image and as a tag of its own", () => {
  const values =
    "charts:\n  web:\n    image: {repository: web, tag: latest}\n    sidecar: {image: 'localhost:5000/a:latest'}\n";
  expect(told({ values })).toEqual([
    ["packs[0].values", "charts.web.image.tag", "The image's tag is latest."],
    ["packs[0].values", "charts.web.sidecar.image", "The image localhost:5000/a:latest is another one tomorrow."],
  ]);
});

test("an image without a tag is told where Kubernetes would take the latest", () => {
  const content = "kind: Pod\nspec:\n  containers:\n    - {name: a, image: 'localhost:5000/nginx'}\n";
  expect(told({ manifests: [{ name: "m", content }] })).toEqual([
    [
      "packs[0].manifests[0].content",
      "spec.containers[name=a].image",
      "The image localhost:5000/nginx has no tag, so it is the latest.",
    ],
  ]);
  expect(pinImages({ tiers: [{ values: "containerService: {image: nginx}" }] })).toHaveLength(1);
  expect(told({ values: "controller: {containers: [{image: nginx}]}" })).toEqual([]);
});

test("a tag, a digest and a reference will do", () => {
  const images = ["nginx:1.27", "nginx@sha256:00", "'{{.spectro.var.image}}'"];
  for (const image of images) {
    expect(told({ manifests: [{ content: `spec: {containers: [{image: ${image}}]}` }] })).toEqual([]);
  }
});
