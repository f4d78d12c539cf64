export { t as renderTop } from "./shared-top-table2.js";
