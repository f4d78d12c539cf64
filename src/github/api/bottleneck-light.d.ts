/** The part of bottleneck without Redis, which comes without types of its own. */
declare module 'bottleneck/light.js' {
  export { default } from 'bottleneck';
}
