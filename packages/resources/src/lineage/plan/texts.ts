import { type AnyValues, isObject, type Path } from "@palette-profiles/resource-kit";

/** A text that a plan would send and that is not what it was before. */
export interface ChangedText {
  /** Where in the resource. */
  path: Path;
  /** Where, for people: `Layer "argo-cd", values`. */
  who: string;
  text: string;
}

/** One text of a layer or tier, as it is found in it. */
interface Text {
  /** Within the layer. */
  path: Path;
  /** For people, within the layer: `values`. */
  where: string;
  text: unknown;
}

/**
 * The texts of layers or tiers that are new or changed, those of their manifests among them. Unknown ones are left out.
 * @param list the attribute that holds the layers, and what one of them is called.
 * @param textsOf the texts of one of them, without its manifests.
 */
export function changedTexts(
  planned: unknown,
  priorOf: (index: number) => AnyValues | undefined,
  list: { name: string; element: string },
  textsOf: (it: AnyValues) => Text[],
): ChangedText[] {
  const all = (it: AnyValues) => [...textsOf(it), ...manifestTexts(it)];
  return (Array.isArray(planned) ? (planned as unknown[]) : []).flatMap((it, index) => {
    if (!isObject(it)) return [];
    const before = priorOf(index);
    const was = new Map(before === undefined ? [] : all(before).map(({ where, text }) => [where, text]));
    return all(it).flatMap(({ path, where, text }) =>
      typeof text === "string" && text !== was.get(where)
        ? [{ path: [list.name, index, ...path], who: `${list.element} "${String(it.name)}", ${where}`, text }]
        : [],
    );
  });
}

function manifestTexts({ manifests }: AnyValues): Text[] {
  return (Array.isArray(manifests) ? (manifests as unknown[]) : []).flatMap((it, index) =>
    isObject(it)
      ? [{ path: ["manifests", index, "content"], where: `manifest "${String(it.name)}"`, text: it.content }]
      : [],
  );
}
