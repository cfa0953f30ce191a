import { readList, readObject, readString, readStrings } from "./body";
import { invalid } from "./errors";
import type { Pack } from "./store/packs";
import { readStringFilter } from "./string-filter";

export type PackFilter = (pack: Pack) => boolean;

const FIELDS: Record<string, (pack: Pack) => string[]> = {
  "metadata.uid": (pack) => [pack.uid],
  "metadata.name": (pack) => [pack.name],
  "spec.name": (pack) => [pack.name],
  "spec.displayName": (pack) => [pack.displayName],
  "spec.version": (pack) => [pack.version],
  "spec.layer": (pack) => [pack.layer],
  "spec.type": (pack) => [pack.type],
  "spec.addonType": (pack) => [pack.addonType],
  "spec.addonSubType": (pack) => [pack.addonSubType],
  "spec.registryUid": (pack) => [pack.registryUid],
  "spec.cloudTypes": (pack) => pack.cloudTypes,
};

/** Reads `filters=spec.name=nginxANDspec.version=1.0.0ANDspec.cloudTypes_in_aws,all`. */
export function parseFilters(text: string): PackFilter {
  const conditions = text === "" ? [] : text.split(/AND(?=(?:spec|metadata)\.)/).map(parseCondition);
  return (pack) => conditions.every((condition) => condition(pack));
}

function parseCondition(text: string): PackFilter {
  const match = /^([A-Za-z.]+?)(_in_|=)(.*)$/.exec(text);
  const read = match ? FIELDS[match[1]!] : undefined;
  if (!match || !read) throw invalid("InvalidFilter", `The filter is not understood: "${text}"`);
  const wanted = match[2] === "=" ? [match[3]!] : match[3]!.split(",");
  return (pack) => read(pack).some((value) => wanted.includes(value));
}

/** Reads the body of `POST /v1/packs/search`; an empty one finds everything. */
export function readSearch(body: unknown): PackFilter {
  const filter = readObject(readObject(body, "")?.filter, "filter") ?? {};
  readList(readObject(body, "")?.sort, "sort");
  const name = readStringFilter(filter.name, "filter.name");
  const displayName = readStringFilter(filter.displayName, "filter.displayName");
  const oneOf = (key: string) => {
    const wanted = readStrings(filter[key], `filter.${key}`) ?? [];
    return (values: readonly string[]) => wanted.length === 0 || values.some((value) => wanted.includes(value));
  };
  const [type, layer, addonType, addonSubType, environment, registry, source] = [
    oneOf("type"),
    oneOf("layer"),
    oneOf("addOnType"),
    oneOf("addOnSubType"),
    oneOf("environment"),
    oneOf("registryUid"),
    oneOf("source"),
  ];
  return (pack) =>
    name(pack.name) &&
    displayName(pack.displayName) &&
    type([pack.type]) &&
    layer([pack.layer]) &&
    addonType([pack.addonType]) &&
    addonSubType([pack.addonSubType]) &&
    (pack.cloudTypes.includes("all") || environment(pack.cloudTypes)) &&
    registry([pack.registryUid]) &&
    source([readString(pack.annotations.source, "source") ?? ""]);
}
