export { r as renderAccounted } from "./shared-accounted-table.js";
