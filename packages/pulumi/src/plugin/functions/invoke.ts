export { type Invoked, invokeFunction } from "../../functions/invoke";
