export { n as diffNotes, i as runAccountedDiff, a as runDiff } from "./shared-diff.js";
