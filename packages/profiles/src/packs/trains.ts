import { type PackProblem, packWarning } from "./problem";
import { inStack, type Stack } from "./stack";

const TRAIN = /^v?\d+(?:\.\d+)*\.x$/;

/** Whether a tag stands for the newest of many versions: `1.x`, `1.30.x`. */
export function isTrain(tag: string): boolean {
  return TRAIN.test(tag);
}

/** V24: a train follows releases by itself, so nothing in a plan will tell of the next one. */
export function checkTrains({ layers }: Stack): PackProblem[] {
  return layers.flatMap((layer) => {
    if (!layer.moved || layer.tag === undefined || !isTrain(layer.tag)) return [];
    const now = layer.version === undefined ? "" : ` Today it stands for ${layer.version}.`;
    return packWarning(
      "TrainTag",
      inStack(layer, "tag"),
      `"${layer.tag}" follows releases by itself`,
      `The tag "${layer.tag}" of "${layer.name}" is a train: Palette moves clusters to each new release of it, and no plan shows that.${now} Write ${layer.version === undefined ? "an exact version" : `tag = "${layer.version}"`} to decide on upgrades yourself.`,
    );
  });
}
