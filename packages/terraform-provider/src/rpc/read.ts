import { read } from "@palette-profiles/resource-kit";
import { decodeValues, encodeValues } from "../values/dynamic-value";
import type { Handler } from "./handler";
import { dataSourceOf, resourceOf } from "./lookup";
import { lookingRun } from "./session";

export const readResource: Handler<"ReadResource"> = async (session, { typeName, currentState, private: kept }) => {
  const resource = resourceOf(session, typeName);
  const prior = decodeValues(resource.attributes, currentState);
  const live = prior === undefined ? undefined : await read(resource, prior, lookingRun(session));
  return { newState: encodeValues(resource.attributes, live), private: kept };
};

export const readDataSource: Handler<"ReadDataSource"> = async (session, { typeName, config }) => {
  const source = dataSourceOf(session, typeName);
  const values = await source.read(decodeValues(source.attributes, config) ?? {}, lookingRun(session));
  return { state: encodeValues(source.attributes, values) };
};
