export { r as runAccountedDiff, i as runDiff, a as sameFileNote } from "./shared-diff.js";
