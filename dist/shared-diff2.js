export { r as runAccountedDiff, i as runDiff } from "./shared-diff.js";
