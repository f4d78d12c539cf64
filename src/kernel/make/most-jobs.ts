/** Commands that makes may run at once: more than a machine has processors, and fewer than a pipe of make's holds tokens. */
export const MOST_JOBS = 4096;
