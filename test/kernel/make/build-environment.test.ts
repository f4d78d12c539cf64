import { expect, test } from 'vitest';
import { buildEnvironment } from '../../../src/kernel/make/build-environment.ts';

test('a build gets what compilers need and fixed values of what would end up in the kernel', () => {
  const developer = {
    PATH: '/bin',
    LANG: 'de_DE.UTF-8',
    TZ: 'Europe/Berlin',
    CCACHE_DIR: '/cache',
    HOME: '/home/developer',
    KBUILD_BUILD_TIMESTAMP: 'now',
  };
  expect(buildEnvironment(developer, '/given')).toEqual({
    PATH: '/bin',
    LANG: 'de_DE.UTF-8',
    TZ: 'Europe/Berlin',
    CCACHE_DIR: '/cache',
    HOME: '/given',
    LC_ALL: 'C',
    KBUILD_BUILD_TIMESTAMP: 'Thu Jan  1 00:00:00 UTC 1970',
    KBUILD_BUILD_USER: 'kernel-size-budget',
    KBUILD_BUILD_HOST: 'localhost',
    KBUILD_BUILD_VERSION: '1',
    SOURCE_DATE_EPOCH: '0',
  });
});

test.each([
  'INPUT_TOKEN',
  'GITHUB_TOKEN',
  'GITHUB_ENV',
  'ACTIONS_RUNTIME_TOKEN',
  'RUNNER_TEMP',
  'NODE_OPTIONS',
  'MAKEFLAGS',
  'ARCH',
  'CROSS_COMPILE',
  'LOCALVERSION',
  'KCFLAGS',
  'C_INCLUDE_PATH',
  'LD_PRELOAD',
  'AWS_SECRET_ACCESS_KEY',
  'CCACHE_REMOTE_STORAGE',
  'CCACHE_SECONDARY_STORAGE',
  'CCACHE_CONFIGPATH',
  'CCACHE_PREFIX',
  'CCACHE_COMPILERCHECK',
  'CCACHE_NAMESPACE',
  'HTTPS_PROXY',
  'https_proxy',
  'PKG_CONFIG_SYSROOT_DIR',
])('a build does not see %s', (name) => {
  expect(buildEnvironment({ [name]: 'x' }, '/home')).not.toHaveProperty(name);
});
