import { type PackProblem, packWarning } from "./problem";
import { inStack, type Stack } from "./stack";

/** V5: a pack names the clouds it is made for. */
export function checkCloudFit({ cloud, layers }: Stack): PackProblem[] {
  // A profile for all clouds may hold packs that only some of its clusters can run.
  if (cloud === undefined || cloud === "all") return [];
  return layers.flatMap((layer) => {
    const clouds = layer.knowledge?.cloudTypes ?? [];
    if (!layer.moved || clouds.length === 0 || clouds.includes("all") || clouds.includes(cloud)) return [];
    return packWarning(
      "CloudMismatch",
      inStack(layer, "name"),
      `"${layer.name}" is not made for ${cloud}`,
      `The pack ${layer.pack} is made for ${clouds.join(", ")}, but the profile's cloud is "${cloud}": clusters may fail to deploy it. Choose a pack for "${cloud}".`,
    );
  });
}
