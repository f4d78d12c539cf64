/** The limits that GitHub sets, each with where it says so, and those that this program sets itself. */

/**
 * The longest comment that is sent, in UTF-8 bytes. GitHub's error names 65,536 characters; what it
 * stores was measured at 262,144 bytes (https://github.com/dead-claudia/github-limits). The named number
 * taken as bytes holds whichever of the two a server enforces.
 */
export const COMMENT_BYTES = 65_536;

/** What of that is left for a report, in UTF-8 bytes, after the marker with the longest key. */
export const COMMENT_BODY_BYTES = COMMENT_BYTES - 100;

/** How many items one page of a list may hold (https://docs.github.com/en/rest/using-the-rest-api/using-pagination-in-the-rest-api). */
export const PAGE_SIZE = 100;

/** How often a request is sent before it is given up. */
export const TRIES = 3;

/** How long GitHub may take to answer one request, in milliseconds. */
export const REQUEST_TIMEOUT_MS = 30_000;

/**
 * The longest wait for a rate limit that a job puts up with, in seconds. GitHub asks for a minute at least
 * when it names no time (https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api).
 */
export const LONGEST_WAIT_SECONDS = 120;

/**
 * The longest job summary that is written, in UTF-8 bytes: over 1 MiB the runner drops all of it
 * (https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#adding-a-job-summary).
 */
export const SUMMARY_BYTES = 1_000_000;
