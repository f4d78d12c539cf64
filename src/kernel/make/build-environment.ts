/**
 * What a build may see of the caller's environment; a Makefile of a stranger reads all of it. None is an address, which
 * may have a password in it (`CCACHE_REMOTE_STORAGE`), and none a command or a file of settings.
 */
const ALLOWED: ReadonlySet<string> = new Set([
  'PATH',
  'LANG',
  'LC_CTYPE',
  'TZ',
  'TMPDIR',
  'USER',
  'LOGNAME',
  'PKG_CONFIG_PATH',
  // Of a compiler that is ccache, where this program does not use it itself
  // (https://ccache.dev/manual/latest.html, "Configuration options").
  'CCACHE_DIR',
  'CCACHE_TEMPDIR',
  'CCACHE_MAXSIZE',
  'CCACHE_MAXFILES',
  'CCACHE_COMPRESS',
  'CCACHE_NOCOMPRESS',
  'CCACHE_COMPRESSLEVEL',
  'CCACHE_UMASK',
  'CCACHE_BASEDIR',
  'CCACHE_SLOPPINESS',
  'CCACHE_DIRECT',
  'CCACHE_NODIRECT',
  'CCACHE_HASHDIR',
  'CCACHE_NOHASHDIR',
  'CCACHE_DISABLE',
  'CCACHE_NODISABLE',
  'CCACHE_READONLY',
  'CCACHE_RECACHE',
  'CCACHE_STATS',
  'CCACHE_NOSTATS',
]);

/** Fixed, so that the same source gives the same bytes (Documentation/kbuild/reproducible-builds.rst). */
const REPRODUCIBLE = {
  LC_ALL: 'C',
  KBUILD_BUILD_TIMESTAMP: 'Thu Jan  1 00:00:00 UTC 1970',
  KBUILD_BUILD_USER: 'kernel-size-budget',
  KBUILD_BUILD_HOST: 'localhost',
  KBUILD_BUILD_VERSION: '1',
  SOURCE_DATE_EPOCH: '0',
} as const;

/**
 * The environment of `make`: an allow-list, since the runner hands an action tokens (`ACTIONS_RUNTIME_TOKEN`,
 * `INPUT_TOKEN`) that a Makefile must not see. `home` is the HOME that the build gets.
 */
export function buildEnvironment(
  environment: Readonly<NodeJS.ProcessEnv>,
  home: string,
): Record<string, string> {
  const allowed = Object.entries(environment).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && ALLOWED.has(entry[0]),
  );
  return { ...Object.fromEntries(allowed), HOME: home, ...REPRODUCIBLE };
}
