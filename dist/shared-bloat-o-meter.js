export { n as renderBloatOMeter } from "./shared-bloat-o-meter2.js";
