import type { V1ClusterProfileStatus } from "@palette-profiles/palette-api";
import type { Backend } from "../backend";
import type { Profile } from "../store/profiles";
import { findProject, listProjects } from "../store/projects";
import { uidOf } from "../uid";
import type { ProfileRef, ProfileUser, UserKind } from "../usage";

type Users = Required<Pick<V1ClusterProfileStatus, "inUseClusters" | "inUseClusterUids" | "inUseClusterTemplates">>;

/** Who uses a version of a profile, as its status tells it. */
export function usersOf(backend: Backend, profile: Profile): Users {
  const using = (kind: UserKind) =>
    backend.usage
      .list()
      .filter((user) => user.kind === kind && user.profiles.some((ref) => refersTo(backend, user, ref, profile)))
      .map((user) => ({
        kind: kind === "cluster" ? "spectrocluster" : "clustertemplate",
        name: user.name,
        projectUid: projectUid(backend, user),
        uid: uidOf(kind, user.project, user.name),
      }));
  const clusters = using("cluster");
  return {
    inUseClusters: clusters,
    inUseClusterUids: clusters.map(({ uid }) => uid),
    inUseClusterTemplates: using("clusterTemplate"),
  };
}

function refersTo(backend: Backend, user: ProfileUser, ref: ProfileRef, profile: Profile): boolean {
  if ("uid" in ref) return ref.uid === profile.uid;
  if (ref.name !== profile.name || ref.version !== profile.version || ref.context !== profile.scope) return false;
  return ref.context === "tenant" || findProject(backend.db, profile.projectUid)?.name === user.project;
}

function projectUid(backend: Backend, user: ProfileUser): string {
  return listProjects(backend.db).find((project) => project.name === user.project)?.uid ?? "";
}
