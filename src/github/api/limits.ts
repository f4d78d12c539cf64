/** The limits that GitHub sets, each with where it says so, and those that this program sets itself. */

/**
 * The longest comment that is sent, in UTF-8 bytes. GitHub's error names 65,536 characters; what it
 * stores was measured at 262,144 bytes (https://github.com/dead-claudia/github-limits). The named number
 * taken as bytes holds whichever of the two a server enforces.
 */
export const COMMENT_BYTES = 65_536;

/** What of that is left for a report, in UTF-8 bytes, after the longest two hidden lines. */
export const COMMENT_BODY_BYTES = COMMENT_BYTES - 400;

/** How many items one page of a list may hold (https://docs.github.com/en/rest/using-the-rest-api/using-pagination-in-the-rest-api). */
export const PAGE_SIZE = 100;

/** The most pages of a list that are read: GitHub has no list that long, but a broken answer may lead on for ever. */
export const MOST_PAGES = 100;

/** How often a request is sent before it is given up. */
export const TRIES = 3;

/** How long the first wait between two tries takes, in seconds; the second one takes four times as long. */
export const RETRY_SECONDS = 1;

/** The largest answer of the API that is read, in bytes: a page of 100 pull requests has some 3 MB. */
export const ANSWER_BYTES = 64 * 1024 * 1024;

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

/** The largest artifact that is downloaded, in bytes of its archive. */
export const ARTIFACT_BYTES = 32 * 1024 * 1024;

/** The largest file that is unpacked from an artifact, in bytes; a zip archive can claim to hold any size. */
export const UNPACKED_BYTES = 16 * 1024 * 1024;

/** How long the download of an artifact may take, in milliseconds. */
export const DOWNLOAD_TIMEOUT_MS = 120_000;

/**
 * The largest file, in bytes, whose contents GitHub gives as part of an answer
 * (https://docs.github.com/en/rest/repos/contents#get-repository-content).
 */
export const FILE_BYTES = 1024 * 1024;

/**
 * How many commits of a pull request GitHub lists
 * (https://docs.github.com/en/rest/pulls/pulls#list-commits-on-a-pull-request).
 */
export const PULL_COMMITS = 250;

/**
 * How many open pull requests with one head are judged for its status; an hour has 1,000 requests, and anybody may open
 * pull requests with somebody else's commit.
 */
export const SHARED_HEADS = 10;

/** How many runs of one head are looked into for a report of a pull request, the newest first. */
export const RUNS_LOOKED_INTO = 20;

/** How many commits of a push are read; merging a kernel release is some 15,000, and an hour has 1,000 requests. */
export const RANGE_COMMITS = 1_000;

/**
 * The longest issue that is sent, in UTF-8 bytes. GitHub answers 200 to an update that it finds too long and keeps
 * the old text (https://github.com/dead-claudia/github-limits), so this stays well below the 65,536 it names.
 */
export const ISSUE_BYTES = 60_000;

/** The longest description of a commit status: GitHub answers 422 to more than 140 characters. */
export const STATUS_DESCRIPTION_CHARACTERS = 140;

/** The longest title of a check run that is sent: GitHub names no limit, and shows one line. */
export const CHECK_TITLE_CHARACTERS = 255;

/** The longest summary of a check run, in UTF-8 bytes (https://docs.github.com/en/rest/checks/runs#create-a-check-run). */
export const CHECK_SUMMARY_BYTES = 65_535;

/** How many annotations a request may add to a check run (same page). */
export const ANNOTATIONS_PER_REQUEST = 50;

/** The longest title of an annotation (same page: 255 characters). */
export const ANNOTATION_TITLE_CHARACTERS = 255;

/** The longest message of an annotation, in UTF-8 bytes (same page: 64 KB). */
export const ANNOTATION_MESSAGE_BYTES = 64_000;

/** The most jobs that a matrix makes (https://docs.github.com/en/actions/reference/limits). */
export const MATRIX_JOBS = 256;
