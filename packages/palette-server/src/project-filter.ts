import { readList, readObject, readOneOf } from "./body";
import type { Project } from "./store/projects";
import { readStringFilter } from "./string-filter";

/** Projects of this server are not changed, so what orders by the last change orders by the making. */
const SORT_KEYS = {
  name: (project: Project) => project.name,
  creationTimestamp: (project: Project) => project.created,
  lastModifiedTimestamp: (project: Project) => project.created,
};
const SORT_FIELDS = ["name", "creationTimestamp", "lastModifiedTimestamp"] as const;

/** Reads the body of `POST /v1/dashboard/projects`; an empty one lets everything through, by name. */
export function readProjectFilter(body: unknown): (projects: readonly Project[]) => Project[] {
  const request = readObject(body, "");
  const name = readStringFilter(readObject(request?.filter, "filter")?.name, "filter.name");
  const sorts = (readList(request?.sort, "sort") ?? []).map((item, index) => {
    const sort = readObject(item, `sort[${index}]`) ?? {};
    const field = readOneOf(sort.field, `sort[${index}].field`, SORT_FIELDS) ?? "name";
    const descending = readOneOf(sort.order, `sort[${index}].order`, ["asc", "desc"]) === "desc";
    return { key: SORT_KEYS[field], sign: descending ? -1 : 1 };
  });
  const order = [...sorts, { key: SORT_KEYS.name, sign: 1 }];
  return (projects) =>
    projects
      .filter((project) => name(project.name))
      .sort((a, b) => order.reduce((found, { key, sign }) => found || key(a).localeCompare(key(b), "en") * sign, 0));
}
