/**
 * The shape of what {@link providerText} asks of `dynamic-runtime`. It stands in every state ever written, so a number
 * once released is served for good; raise it only for a shape that the runtime could not tell apart otherwise.
 */
export const CONTRACT = 1;

/**
 * The code that Pulumi keeps in the state and runs for every call: one line that asks the installed package for the
 * resource. It captures nothing, so it is the same in every program and every release, and never shows as a change.
 */
export function providerText(resource: string): string {
  const runtime = JSON.stringify("@palette-profiles/pulumi/dynamic-runtime");
  return `exports.handler=()=>require(${runtime}).load(${JSON.stringify(resource)},${CONTRACT})`;
}
