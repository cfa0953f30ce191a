import { type Json, readList, readMap, readOneOf, readString, readText } from "./body";
import { DEFAULT_PROJECT } from "./store/projects";

/** What may use a profile version. This server runs none of them: it only says that they are there. */
export type UserKind = "cluster" | "clusterTemplate";

/** A profile version by its uid, or by what people call it: then it may be made later than its user. */
export type ProfileRef = { uid: string } | { name: string; version: string; context: "project" | "tenant" };

export interface ProfileUser {
  kind: UserKind;
  name: string;
  /** By name. */
  project: string;
  profiles: ProfileRef[];
}

/** The clusters and cluster templates there are. Like packs, they come from the seed and from nowhere else at a start. */
export interface Usage {
  /** A user of the same kind, project and name takes the place of the one before; one without profiles goes. */
  set(users: readonly ProfileUser[]): void;
  list(): ProfileUser[];
  clear(): void;
}

export function createUsage(): Usage {
  const users = new Map<string, ProfileUser>();
  return {
    set(given) {
      for (const user of given) {
        const key = JSON.stringify([user.kind, user.project, user.name]);
        if (user.profiles.length === 0) users.delete(key);
        else users.set(key, user);
      }
    },
    list: () => [...users.values()],
    clear: () => users.clear(),
  };
}

/** The sections `clusters` and `clusterTemplates` of a seed, and of a body for `/__server/usage`. */
export function readUsers(sections: Json): ProfileUser[] {
  return [
    ...readSection(sections.clusters, "clusters", "cluster"),
    ...readSection(sections.clusterTemplates, "clusterTemplates", "clusterTemplate"),
  ];
}

function readSection(value: unknown, path: string, kind: UserKind): ProfileUser[] {
  return (readList(value, path) ?? []).map((item, index) => {
    const at = `${path}[${index}]`;
    const user = readMap(item, at, ["name", "project", "profiles"]);
    const profiles = (readList(user.profiles, `${at}.profiles`) ?? []).map((ref, n) =>
      readRef(ref, `${at}.profiles[${n}]`),
    );
    const project = readString(user.project, `${at}.project`) || DEFAULT_PROJECT;
    return { kind, name: readText(user.name, `${at}.name`), project, profiles };
  });
}

function readRef(value: unknown, path: string): ProfileRef {
  const ref = readMap(value, path, ["uid", "name", "version", "context"]);
  if (ref.uid !== undefined) return { uid: readText(ref.uid, `${path}.uid`) };
  return {
    name: readText(ref.name, `${path}.name`),
    version: readString(ref.version, `${path}.version`) || "1.0.0",
    context: readOneOf(ref.context, `${path}.context`, ["project", "tenant"] as const) ?? "project",
  };
}
