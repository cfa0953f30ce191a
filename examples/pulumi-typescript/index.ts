import * as pulumi from "@pulumi/pulumi";
import { platformOf } from "./platform";

const config = new pulumi.Config();
const platform = platformOf(config.require("stage"), config.require("version"));

/** What a cluster of this stage is given: infra first, then the add-ons. */
export const uids = platform.uids;
/** The versions of the infra profile that this stack has made. */
export const versions = platform.infra.versions;
