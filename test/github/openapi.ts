import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import addFormatsModule from 'ajv-formats';

/** The parts of GitHub's API description that routes are checked by. */
interface Operation {
  parameters?: (Parameter | Reference)[];
  requestBody?: { content: Record<string, { schema: unknown }> };
  responses: Record<string, Response | Reference>;
}
interface Reference {
  $ref: string;
}
interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required?: boolean;
  schema: { type?: string };
  'x-multi-segment'?: boolean;
}
interface Response {
  content?: Record<string, { schema: unknown }>;
}

/** Cut out of GitHub's description by scripts/github-schemas.ts. */
const file = new URL('schemas.json', import.meta.url);
const json = 'application/json';

/** A route of GitHub's REST API as its published description has it: what it takes, what it answers. */
export class Route {
  readonly method: string;
  readonly template: string;
  readonly #operation: Operation;
  readonly #pattern: RegExp;

  /** @param template as in the description: `/repos/{owner}/{repo}/git/blobs/{file_sha}` */
  constructor(method: string, template: string) {
    const operation = description().paths[template]?.[method.toLowerCase()];
    if (!operation) throw new Error(`GitHub has no route ${method} ${template}`);
    this.method = method;
    this.template = template;
    this.#operation = operation;
    this.#pattern = this.#compilePattern();
  }

  /** The path's parameters, or null where the path is another route's. */
  match(method: string, path: string): Record<string, string> | null {
    const groups = method === this.method ? this.#pattern.exec(path)?.groups : undefined;
    if (!groups) return null;
    return Object.fromEntries(
      Object.entries(groups).map(([name, value]) => [name, decodeURIComponent(value)]),
    );
  }

  /** What is wrong with a request; empty where nothing is. */
  checkRequest(parameters: Record<string, string>, query: URLSearchParams, body: unknown): string[] {
    const values = { ...parameters, ...Object.fromEntries(query) };
    const known = this.#parameters().filter((parameter) => parameter.in !== 'header');
    const problems = Object.keys(values)
      .filter((name) => !known.some((parameter) => parameter.name === name))
      .map((name) => `unknown parameter ${name}`);
    for (const { name, required, schema } of known) {
      const value = values[name];
      if (value === undefined && required) problems.push(`parameter ${name} is missing`);
      if (value !== undefined)
        problems.push(...errorsOf(ajv().compile(resolved(schema)), coerce(value, schema)));
    }
    return [...problems, ...this.#checkBody(body)];
  }

  /** What is wrong with an answer; empty where nothing is. */
  checkResponse(status: number, body: unknown): string[] {
    const response = dereference(this.#operation.responses[String(status)]);
    const schema = response?.content?.[json]?.schema;
    // Missing rights are answered by any route, and described only at some.
    if (!schema && status >= 400) return errorsOf(validator('#/components/schemas/basic-error'), body);
    if (!schema) return [`status ${status} is none of this route's`];
    return errorsOf(ajv().compile(resolved(schema)), body);
  }

  #checkBody(body: unknown): string[] {
    const schema = this.#operation.requestBody?.content[json]?.schema as { properties?: object } | undefined;
    if (!schema) return body === undefined ? [] : ['a body where none belongs'];
    const unknown = Object.keys(body ?? {}).filter((key) => schema.properties && !(key in schema.properties));
    return [
      ...unknown.map((key) => `unknown key ${key}`),
      ...errorsOf(ajv().compile(resolved(schema)), body),
    ];
  }

  #parameters(): Parameter[] {
    return (this.#operation.parameters ?? []).map((parameter) => dereference(parameter)!);
  }

  #compilePattern(): RegExp {
    const parameters = this.#parameters();
    const pattern = this.template.replace(/\{(\w+)\}/g, (_, name: string) => {
      const many = parameters.find((parameter) => parameter.name === name)?.['x-multi-segment'];
      return `(?<${name}>${many ? '.+' : '[^/]+'})`;
    });
    return new RegExp(`^${pattern}$`);
  }
}

interface Description {
  paths: Record<string, Record<string, Operation>>;
  components: object;
}

let loaded: { description: Description; ajv: Ajv } | undefined;

/** Read once; schemas are compiled where they are first used. */
function load(): { description: Description; ajv: Ajv } {
  if (loaded) return loaded;
  const description = withNulls(JSON.parse(readFileSync(file, 'utf8'))) as Description;
  const ajv = new Ajv({ strict: false, allErrors: true, logger: false });
  addFormatsModule.default(ajv);
  ajv.addSchema({ $id: 'gh', components: description.components });
  loaded = { description, ajv };
  return loaded;
}

function description(): Description {
  return load().description;
}

function ajv(): Ajv {
  return load().ajv;
}

/** OpenAPI 3.0 says `nullable: true` where JSON Schema says "or null", beside `$ref` and `enum` too. */
function withNulls(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withNulls);
  if (node === null || typeof node !== 'object') return node;
  const { nullable, ...rest } = node as Record<string, unknown>;
  const copy = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, withNulls(value)]));
  return nullable === true ? { anyOf: [copy, { type: 'null' }] } : copy;
}

const compiled = new Map<unknown, object>();

/** The schema with its references made to point into the whole description. */
function resolved(schema: unknown): object {
  const known = compiled.get(schema);
  if (known) return known;
  const text = JSON.stringify(schema).replaceAll('"$ref":"#', '"$ref":"gh#');
  const absolute = JSON.parse(text) as object;
  compiled.set(schema, absolute);
  return absolute;
}

function validator(ref: string): ValidateFunction {
  return ajv().compile(resolved({ $ref: ref }));
}

function dereference<T extends object>(node: T | Reference | undefined): T | undefined {
  if (!node || !('$ref' in node)) return node;
  const steps = node.$ref.slice(2).split('/');
  return steps.reduce<unknown>((at, step) => (at as Record<string, unknown>)[step], description()) as T;
}

function coerce(value: string, schema: { type?: string }): unknown {
  return schema.type === 'integer' && /^-?\d+$/.test(value) ? Number(value) : value;
}

/** What a value lacks by a schema, a line each. */
export function errorsOf(validate: ValidateFunction, value: unknown): string[] {
  if (validate(value)) return [];
  return (validate.errors ?? []).map((error) => `${error.instancePath || 'it'} ${error.message}`);
}

/** Compiles a schema of our own, for the services that GitHub's description leaves out. */
export function compileSchema(schema: object): ValidateFunction {
  return new Ajv({ strict: false, allErrors: true }).compile(schema);
}
