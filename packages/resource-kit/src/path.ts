/** Where in a resource: attribute names (camelCase) and, for blocks, positions from 0. */
export type Path = readonly (string | number)[];

/** `["packs", 2, "values"]` as people write it: `packs[2].values`. */
export function formatPath(path: Path): string {
  return path.reduce<string>(
    (text, step) => (typeof step === "number" ? `${text}[${step}]` : text === "" ? step : `${text}.${step}`),
    "",
  );
}
