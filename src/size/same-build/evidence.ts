/**
 * By what files are proven to be of one build: by `all` that speaks for another one, or by what is `certain` alone. That an
 * object is called as its source, or that an option leaves a function behind, holds for nearly all kernels.
 */
export type Evidence = 'all' | 'certain';
