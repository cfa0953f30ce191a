import { nearest } from "./nearest";

describe("nearest", () => {
  const packs = ["argo-cd", "argo-rollouts", "calico", "cilium", "kubernetes", "kyverno"];

  test.each([
    ["agro-cd", "argo-cd"],
    ["argocd", "argo-cd"],
    ["Calico", "calico"],
    ["kubernets", "kubernetes"],
    ["kube", "kubernetes"],
  ])("finds for %s first %s", (wrong, right) => {
    expect(nearest(wrong, packs)[0]).toBe(right);
  });

  test("finds nothing where nothing is near", () => {
    expect(nearest("postgres", packs)).toEqual([]);
    expect(nearest("", packs)).toEqual([]);
  });

  test("gives the best first, at most as many as asked for", () => {
    expect(nearest("1.30.4", ["1.30.3", "1.30.5", "1.31.4", "1.30.14"], 2)).toHaveLength(2);
    expect(nearest("1.30.4", ["1.29.9", "1.30.14"], 1)).toEqual(["1.30.14"]);
  });
});
