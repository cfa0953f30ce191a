import { type PackProblem, packError, packWarning } from "./problem";
import { calling, inStack, type Stack } from "./stack";

/** V20: a pack on its way out. New layers are refused what Palette would refuse; old ones are told what is coming. */
export function checkPackStates({ layers }: Stack): PackProblem[] {
  return layers.flatMap((layer): PackProblem | PackProblem[] => {
    const path = inStack(layer, "tag");
    switch (layer.knowledge?.state) {
      case "deprecated":
        return packWarning(
          "PackDeprecated",
          path,
          `The pack ${calling(layer)} is deprecated`,
          `Palette has deprecated the pack ${calling(layer)}: after three months it is disabled for new profiles, and three months later it is deleted. Move to a newer version, or to the pack that takes its place.`,
        );
      case "disabled":
        return layer.moved
          ? packError(
              "PackDisabled",
              path,
              `The pack ${calling(layer)} is disabled`,
              `Palette has disabled the pack ${calling(layer)} for new use. Choose another version or pack.`,
            )
          : packWarning(
              "PackDisabled",
              path,
              `The pack ${calling(layer)} is disabled`,
              `Palette has disabled the pack ${calling(layer)}: this profile can still launch clusters with it, but not once it is deleted, three months after it was disabled. Move to another version or pack before.`,
            );
      case "deleted":
        return layer.moved
          ? packError(
              "PackDeleted",
              path,
              `The pack ${calling(layer)} is deleted`,
              `Palette has deleted the pack ${calling(layer)}: no profile can be made with it. Choose another version or pack.`,
            )
          : packWarning(
              "PackDeleted",
              path,
              `The pack ${calling(layer)} is deleted`,
              `Palette has deleted the pack ${calling(layer)}: this profile can launch no new cluster. Move to another version or pack.`,
            );
      default:
        return [];
    }
  });
}
