export { n as accountedDiff, r as diffNotes, a as requireOneMachine, o as symbolTables } from "./shared-diff.js";
