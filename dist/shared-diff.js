export { n as runDiff } from "./shared-diff2.js";
