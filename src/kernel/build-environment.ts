/** What a build may see of the caller's environment; a Makefile of a stranger reads all of it. */
const ALLOWED = /^(PATH|LANG|LC_CTYPE|TZ|TMPDIR|USER|LOGNAME|CCACHE_\w+|PKG_CONFIG_PATH)$/;

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
    (entry): entry is [string, string] => entry[1] !== undefined && ALLOWED.test(entry[0]),
  );
  return { ...Object.fromEntries(allowed), HOME: home, ...REPRODUCIBLE };
}
