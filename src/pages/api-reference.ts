// The API as a page to read, made of its OpenAPI document: what can be asked, with what, and what comes back.

interface Schema {
  $ref?: string;
  type?: string | string[];
  description?: string;
  enum?: unknown[];
  const?: unknown;
  format?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  additionalProperties?: Schema | boolean;
}

interface Parameter {
  name: string;
  in: string;
  required?: boolean;
  description?: string;
  schema: Schema;
}

type Content = Record<string, { schema?: Schema }>;

interface Operation {
  operationId: string;
  summary: string;
  security?: Record<string, unknown>[];
  parameters?: Parameter[];
  requestBody?: { content: Content };
  responses: Record<string, { description: string; content?: Content }>;
}

export interface ApiDocument {
  servers: { url: string }[];
  paths: Record<string, Record<string, Operation | Parameter[]>>;
  components: { schemas: Record<string, Schema> };
}

export interface Field {
  name: string;
  type: string;
  required: boolean;
  description?: string;
}

export interface Entry {
  id: string;
  method: string;
  path: string;
  summary: string;
  access: 'nobody' | 'token' | 'callback';
  parameters: Field[];
  body: Field[];
  /** `as`: the operation above at which the same fields stand. */
  answers: { status: string; description: string; type?: string; fields: Field[]; as?: string }[];
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];
/** More is said by the document itself. */
const MOST_CHOICES = 8;

export function apiReference({ servers, paths, components }: ApiDocument): Entry[] {
  const nameOf = (schema: Schema): string => schema.$ref?.split('/').at(-1) ?? '';
  const found = (schema: Schema): Schema =>
    schema.$ref ? (components.schemas[nameOf(schema)] ?? {}) : schema;

  const typeOf = (schema: Schema): string => {
    if (schema.$ref) {
      const target = found(schema);
      return target.properties ? nameOf(schema) : typeOf(target);
    }
    if (schema.const !== undefined) return JSON.stringify(schema.const);
    if (schema.enum) return choices(schema.enum.map((each) => JSON.stringify(each)));
    const either = schema.anyOf ?? schema.oneOf;
    if (either) return choices(either.map(typeOf));
    if (schema.items) return `list of ${typeOf(schema.items)}`;
    const types = [schema.type ?? 'any'].flat();
    return types.map((type) => (type === 'string' && schema.format ? schema.format : type)).join(' or ');
  };

  const fieldsOf = (schema: Schema): Field[] => {
    const { properties = {}, required = [] } = found(schema);
    return Object.entries(properties).map(([name, property]) => {
      const description = property.description ?? found(property).description;
      return {
        name,
        type: typeOf(property),
        required: required.includes(name),
        ...(description === undefined ? {} : { description }),
      };
    });
  };

  const shownAt = new Map<string, string>();
  const root = servers[0]?.url ?? '';
  return Object.entries(paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = item[method] as Operation | undefined;
      if (!operation) return [];
      const parameters = [
        ...((item.parameters as Parameter[] | undefined) ?? []),
        ...(operation.parameters ?? []),
      ];
      const schemes = operation.security?.flatMap((each) => Object.keys(each));
      return [
        {
          id: operation.operationId,
          method: method.toUpperCase(),
          path: root + path,
          summary: operation.summary,
          access: schemes === undefined ? 'token' : schemes.includes('callback') ? 'callback' : 'nobody',
          parameters: parameters.map(({ name, in: where, required = false, description, schema }) => ({
            name: where === 'header' ? `${name} (header)` : name,
            type: typeOf(schema),
            required,
            ...(description === undefined ? {} : { description }),
          })),
          body: fieldsOf(schemaIn(operation.requestBody?.content) ?? {}),
          answers: Object.entries(operation.responses)
            .filter(([status]) => /^2/.test(status))
            .map(([status, { description, content }]) => {
              const schema = schemaIn(content);
              const name = schema ? nameOf(schema) : '';
              const as = shownAt.get(name);
              if (name && as === undefined) shownAt.set(name, operation.operationId);
              return {
                status,
                description,
                ...(schema ? { type: typeOf(schema) } : {}),
                fields: schema && as === undefined ? fieldsOf(schema) : [],
                ...(as === undefined ? {} : { as }),
              };
            }),
        },
      ];
    }),
  );
}

const schemaIn = (content: Content | undefined): Schema | undefined =>
  Object.values(content ?? {})[0]?.schema;

function choices(each: string[]): string {
  const shown = each.slice(0, MOST_CHOICES).join(', ');
  return each.length > MOST_CHOICES
    ? `one of ${each.length}: ${shown} …`
    : each.length > 1
      ? `one of ${shown}`
      : shown;
}
