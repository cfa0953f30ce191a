/** This package's version, and so that of the plugin which programs ask for where they do not say another. */
export const version: string = require("../../package.json").version;
