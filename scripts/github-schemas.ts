/**
 * `npm run github-schemas`: cuts test/github/schemas.json out of GitHub's published API description: the routes that the
 * fake GitHub answers and the event that it sends, with the schemas that they refer to. The description is the package @octokit/openapi, of 390 MB,
 * which is fetched for this alone.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { routes } from '../test/github/rest-service.js';

const source = {
  name: '@octokit/openapi@23.0.2',
  integrity:
    'sha512-pV8M7L9GY23AybNvTmo2nyjmpmnt6+2sRE/tqr0ZLQcPS4lnw7u5eZGNmwRNkBC3D7gZXbFx5AHzLUVRBXGDhg==',
};
const target = fileURLToPath(new URL('../test/github/schemas.json', import.meta.url));

interface Description {
  paths: Record<string, Record<string, unknown>>;
  components: Record<string, Record<string, unknown>>;
  'x-webhooks': Record<string, unknown>;
}

/** The event that a pull request's workflow gets. */
const event = 'pull-request-synchronize';

/** What says nothing of what is valid. */
const prose = new Set([
  'description',
  'summary',
  'example',
  'examples',
  'externalDocs',
  'tags',
  'x-github',
  'operationId',
]);

function fetchDescription(): Description {
  const folder = mkdtempSync(join(tmpdir(), 'litetrim-schemas-'));
  try {
    const packed = execFileSync('npm', [
      'pack',
      source.name,
      '--json',
      '--pack-destination',
      folder,
    ]).toString();
    const [{ filename, integrity }] = JSON.parse(packed);
    if (integrity !== source.integrity) throw new Error(`${source.name} is not what it was: ${integrity}`);
    const member = 'package/generated/api.github.com.json';
    execFileSync('tar', ['-xzf', join(folder, filename), '-C', folder, member]);
    return JSON.parse(readFileSync(join(folder, member), 'utf8'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A copy without prose; names of properties aren't keys of the schema, whatever they are called. */
function bare(node: unknown, areNames = false): unknown {
  if (Array.isArray(node)) return node.map((each) => bare(each));
  if (node === null || typeof node !== 'object') return node;
  const kept = Object.entries(node).filter(([key]) => areNames || !prose.has(key));
  return Object.fromEntries(
    kept.map(([key, value]) => [key, bare(value, key === 'properties' && !areNames)]),
  );
}

/** Copies what `node` refers to from one list of components into another, and what that refers to. */
function follow(node: unknown, all: Description['components'], into: Description['components']): void {
  for (const [, kind, name] of JSON.stringify(node).matchAll(/"#\/components\/(\w+)\/([^"]+)"/g)) {
    const list = (into[kind!] ??= {});
    if (name! in list) continue;
    list[name!] = bare(all[kind!]![name!]);
    follow(list[name!], all, into);
  }
}

const description = fetchDescription();
const paths: Description['paths'] = {};
const components: Description['components'] = {};
for (const [method, template] of routes) {
  const operation = bare(description.paths[template]?.[method.toLowerCase()]);
  if (!operation) throw new Error(`GitHub has no route ${method} ${template}`);
  (paths[template] ??= {})[method.toLowerCase()] = operation;
  follow(operation, description.components, components);
}
const webhooks = { [event]: bare(description['x-webhooks'][event]) };
follow(webhooks, description.components, components);
// Any route answers so where rights are missing.
follow({ $ref: '#/components/schemas/basic-error' }, description.components, components);
const sorted = Object.fromEntries(
  Object.entries(components)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([kind, list]) => [
      kind,
      Object.fromEntries(Object.entries(list).sort(([a], [b]) => (a < b ? -1 : 1))),
    ]),
);
writeFileSync(
  target,
  `${JSON.stringify({ source: source.name, paths, 'x-webhooks': webhooks, components: sorted }, null, 1)}\n`,
);
