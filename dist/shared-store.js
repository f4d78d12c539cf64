// src/cache/store.ts
/** For a check that keeps nothing. */
const noStore = {
	restore: async () => void 0,
	save: async () => void 0
};
/** Bytes that a folder of entries may take where nobody says otherwise: hundreds of tiny kernels, a few large ones. */
const DEFAULT_CACHE_SIZE = 4 * 1024 ** 3;
export { noStore as n, DEFAULT_CACHE_SIZE as t };
