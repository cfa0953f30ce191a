import { defineResource } from "@palette-profiles/resource-kit";
import type { Palette } from "../palette";
import { clusterProfileAttributes } from "./attributes";

const notYet = async (): Promise<never> => {
  throw new Error("not written yet");
};

export const clusterProfile = defineResource<Palette, typeof clusterProfileAttributes>({
  type: "cluster_profile",
  description: "A cluster profile: the layers that make a Kubernetes cluster, in versions.",
  attributes: clusterProfileAttributes,
  version: 0,
  create: notYet,
  read: notYet,
  update: notYet,
  delete: notYet,
});
