/**
 * Carves the operations that this project uses out of GitHub's OpenAPI description, for the tests.
 *
 * The whole description is 385 MB unpacked, so it is no dependency; only its subset is kept. To renew it:
 *
 *     npm install --prefix SOME-FOLDER @octokit/openapi
 *     node scripts/carve-openapi.js SOME-FOLDER/node_modules/@octokit/openapi
 *
 * Kept are parameters, request bodies and successful answers, with the components that they refer to. Left
 * out are prose, examples and `x-` extensions: nothing validates against them.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const OPERATIONS = new Set([
  'issues/list-comments',
  'issues/get-comment',
  'issues/create-comment',
  'issues/update-comment',
  'issues/delete-comment',
  'issues/list-events',
  'issues/list-for-repo',
  'issues/create',
  'issues/update',
  'reactions/create-for-issue-comment',
  'pulls/get',
  'pulls/list',
  'pulls/list-commits',
  'repos/compare-commits',
  'repos/get-content',
  'repos/get-collaborator-permission-level',
  'repos/create-commit-status',
  'repos/list-commit-statuses-for-ref',
  'checks/create',
  'checks/update',
  'checks/list-for-ref',
  'actions/list-workflow-run-artifacts',
  'actions/download-artifact',
  'actions/list-workflow-runs',
  'actions/get-workflow-run',
  'actions/re-run-workflow-failed-jobs',
  'git/get-commit',
]);
const PROSE = new Set(['description', 'summary', 'example', 'examples', 'externalDocs', 'tags']);
const OUTPUT = new URL('../test/support/github/github-openapi.json', import.meta.url);

const packageFolder = process.argv[2];
if (packageFolder === undefined) {
  process.stderr.write('usage: node scripts/carve-openapi.js FOLDER-OF-@octokit/openapi\n');
  process.exitCode = 2;
} else {
  const { version } = readJson(join(packageFolder, 'package.json'));
  const subset = carve(readJson(join(packageFolder, 'generated', 'api.github.com.json')), version);
  writeFileSync(OUTPUT, `${JSON.stringify(subset)}\n`);
}

function readJson(path) {
  return JSON.parse(readFileSync(path, 'utf8'));
}

function carve(description, version) {
  const paths = {};
  for (const [path, methods] of Object.entries(description.paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      if (!OPERATIONS.delete(operation.operationId)) continue;
      paths[path] = { ...paths[path], [method]: withoutProse(withSuccessesOnly(operation)) };
    }
  }
  if (OPERATIONS.size > 0) throw new Error(`not in the description: ${[...OPERATIONS].join(', ')}`);
  return {
    openapi: description.openapi,
    info: { title: 'Subset of GitHub REST API', version: `@octokit/openapi ${version}` },
    paths,
    components: referredComponents(paths, description),
  };
}

function withSuccessesOnly(operation) {
  const successes = Object.entries(operation.responses).filter(([status]) => status.startsWith('2'));
  return { ...operation, responses: Object.fromEntries(successes) };
}

/** `properties` may well have a property called `description`: only keys of a schema itself are prose. */
function withoutProse(value, parentKey = '') {
  if (Array.isArray(value)) return value.map((item) => withoutProse(item));
  if (value === null || typeof value !== 'object') return value;
  const kept = Object.entries(value).filter(
    ([key]) => parentKey === 'properties' || !(PROSE.has(key) || key.startsWith('x-')),
  );
  return Object.fromEntries(kept.map(([key, child]) => [key, withoutProse(child, key)]));
}

/** Components refer to further components, so this follows references until none is new. */
function referredComponents(paths, description) {
  const components = {};
  const waiting = referencesIn(paths);
  for (let reference = waiting.pop(); reference !== undefined; reference = waiting.pop()) {
    const [kind, name] = reference.replace('#/components/', '').split('/');
    if (components[kind]?.[name] !== undefined) continue;
    const component = withoutProse(description.components[kind][name]);
    components[kind] = { ...components[kind], [name]: component };
    waiting.push(...referencesIn(component));
  }
  return components;
}

function referencesIn(value) {
  return [...JSON.stringify(value).matchAll(/"\$ref":"([^"]+)"/g)].map((match) => match[1]);
}
