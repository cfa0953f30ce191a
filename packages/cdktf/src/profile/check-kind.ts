/**
 * Refuses what only a program without types can give.
 *
 * @param method what objects of the right kind have
 * @param where such as `layer 2 of "platform/add-ons"`
 * @param wanted such as `a Pack, a HelmChart or a Manifest`
 * @throws an error that says what was given, and where
 */
export function checkKind(given: unknown, method: string, where: string, wanted: string): void {
  if (typeof given === "object" && given !== null && method in given) return;
  throw new Error(`WrongKind: ${where} is ${kindOf(given)}; give ${wanted}, or leave it out`);
}

function kindOf(given: unknown): string {
  if (given === undefined || given === null) return String(given);
  if (typeof given !== "object") return `the ${typeof given} ${JSON.stringify(given)}`;
  const { name } = given.constructor;
  return name === "Object" ? "a plain object" : `of the class ${name}`;
}
