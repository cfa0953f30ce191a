import { listOf, numberOf, readValues, recordOf, scalarOf, type YamlRecord } from "../app/read-values";
import type { AppProfileModel } from "../model/app-profile";
import { type DeepFields, knownText } from "../model/unknown";
import { nearest } from "../nearest";
import { error, type Problem, type ProblemCode } from "../rules/problem";
import { containerVolumes } from "./container-volumes";
import { knownTiers } from "./known-tiers";

const MOST_REPLICAS = 10;
const ACCESS = ["private", "public"];

/** Tells one problem of a container's values. */
export type TellContainer = (code: ProblemCode, message: string) => Problem;

/**
 * V30: what a container's values say is what Palette can run. What holds a reference is known only when the app is deployed.
 * Source: docs.spectrocloud.com, App Profiles, "Add a Container".
 */
export function checkContainers(profile: DeepFields<AppProfileModel>): Problem[] {
  return knownTiers(profile).flatMap(({ tier, index, label }) => {
    const values = knownText(tier.values);
    const read = tier.type === "container" && values !== undefined ? readValues(values) : undefined;
    if (!read) return [];
    const tell: TellContainer = (code, message) => error(code, ["tiers", index, "values"], message);
    const what = `the values of tier "${label}"`;
    const service = recordOf(read.containerService);
    if (!service) {
      return [
        tell("NoContainer", `${what} have no containerService, which tells the container; set its image at least`),
      ];
    }
    return [
      ...imageProblems(service, what, tell),
      ...replicaProblems(service, what, tell),
      ...portProblems(service, what, tell),
      ...accessProblems(service, what, tell),
      ...environmentProblems(service, what, tell),
      ...containerVolumes(service, what, tell),
    ];
  });
}

function imageProblems({ image }: YamlRecord, what: string, tell: TellContainer): Problem[] {
  if (scalarOf(image)?.trim()) return [];
  const message = `${what} name no image; set containerService.image, such as "nginx:1.27", with the registry's address unless it is Docker Hub`;
  return [tell("NoImage", message)];
}

function replicaProblems(service: YamlRecord, what: string, tell: TellContainer): Problem[] {
  return ["replicas", "replicaCount"].flatMap((key) => {
    const text = scalarOf(service[key]);
    const count = numberOf(service[key]);
    if (text === undefined || text.includes("{{")) return [];
    if (count !== undefined && Number.isInteger(count) && count >= 1 && count <= MOST_REPLICAS) return [];
    const message = `${what} set containerService.${key} to "${text}"; Palette runs 1 to ${MOST_REPLICAS} of a container: write a whole number among these`;
    return [tell("InvalidReplicas", message)];
  });
}

function portProblems(service: YamlRecord, what: string, tell: TellContainer): Problem[] {
  if (service.ports === undefined || service.ports === null) return [];
  const ports = listOf(service.ports);
  if (!ports) {
    return [tell("InvalidPort", `${what}: containerService.ports is no list; write one, such as ["8080"]`)];
  }
  const seen = new Set<string>();
  return ports.flatMap((port) => {
    const text = scalarOf(port) ?? "";
    if (text.includes("{{")) return [];
    const number = numberOf(port);
    if (number === undefined || !Number.isInteger(number) || number < 1 || number > 65535) {
      return [tell("InvalidPort", `${what} list the port "${text}"; write a whole number from 1 to 65535`)];
    }
    if (seen.has(String(number))) return [tell("DuplicatePort", `${what} list the port ${number} twice; remove one`)];
    seen.add(String(number));
    return [];
  });
}

function accessProblems({ access }: YamlRecord, what: string, tell: TellContainer): Problem[] {
  const word = scalarOf(access);
  if (word === undefined || word.includes("{{") || ACCESS.includes(word)) return [];
  const [near] = nearest(word, ACCESS, 1);
  const hint = near ? `; did you mean "${near}"?` : "";
  const message = `${what} set containerService.access to "${word}", which is unknown; use private or public${hint}`;
  return [tell("UnknownAccess", message)];
}

function environmentProblems({ env }: YamlRecord, what: string, tell: TellContainer): Problem[] {
  if (env === undefined || env === null) return [];
  const list = listOf(env);
  if (!list) {
    const message = `${what}: containerService.env is no list; write one of names and values, such as [{name: MODE, value: fast}]`;
    return [tell("InvalidEnvironment", message)];
  }
  const seen = new Set<string>();
  return list.flatMap((item, at) => {
    const name = scalarOf(recordOf(item)?.name) ?? "";
    if (name.trim() === "") {
      const message = `${what}: the environment variable ${at + 1} has no name; give it one`;
      return [tell("InvalidEnvironment", message)];
    }
    if (seen.has(name)) {
      return [tell("InvalidEnvironment", `${what} set the environment variable "${name}" twice; remove one`)];
    }
    seen.add(name);
    return [];
  });
}
