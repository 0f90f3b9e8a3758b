import { z } from 'zod';

function nameOf(reference: string): string {
  return reference.replace('#/components/schemas/', '');
}

const property = z.object({
  description: z.string().optional(),
  enum: z.array(z.string()).optional(),
  maxLength: z.number().optional(),
});
type Property = z.output<typeof property>;

const schema = z.object({
  properties: z.record(z.string(), property).optional(),
  required: z.array(z.string()).default([]),
  anyOf: z.array(z.object({ $ref: z.string().transform(nameOf).optional() })).default([]),
});
type Schema = z.output<typeof schema>;

const content = z
  .object({ 'application/json': z.object({ schema: z.object({ $ref: z.string() }) }) })
  .transform((json) => nameOf(json['application/json'].schema.$ref));

const response = z.object({
  description: z.string(),
  content: content.optional(),
  headers: z.record(z.string(), z.object({ description: z.string() })).default({}),
});
type Responses = Readonly<Record<string, z.output<typeof response>>>;

const operation = z.object({
  summary: z.string(),
  description: z.string().optional(),
  parameters: z
    .array(
      z
        .object({ name: z.string(), in: z.string(), required: z.boolean().default(false), schema: property })
        .and(property),
    )
    .default([]),
  requestBody: z.object({ content }).optional(),
  responses: z.record(z.string(), response),
});
type Operation = z.output<typeof operation>;

const openApi = z.object({
  info: z.object({ version: z.string() }),
  paths: z.record(z.string(), z.record(z.string(), operation)),
  components: z.object({ schemas: z.record(z.string(), schema) }),
});

/** The part of docs/api.md that says what each operation takes and answers, made of the OpenAPI document. */
export function apiReference(document: unknown): string {
  const { info, paths, components } = openApi.parse(document);
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, each]) => ({ ...each, name: `${method.toUpperCase()} ${path}` })),
  );
  const [first, ...others] = operations.map(({ responses }) => responses);
  const isCommon = (status: string): boolean => others.every((responses) => status in responses);
  const common = Object.fromEntries(
    Object.entries(first ?? {}).filter(([status]) => isCommon(status) && Number(status) >= 400),
  );
  const taken = operations.map(({ requestBody }) => requestBody?.content);
  const answered = Object.entries(components.schemas).filter(([name]) => !taken.includes(name));
  return [
    `This is version ${info.version}.`,
    ...operations.map((each) => sectionOf(each, components.schemas, common)),
    '### What every operation can answer',
    answersTable(common, components.schemas),
    ...answered.flatMap(([name, each]) =>
      each.properties === undefined ? [] : [`### ${name}`, table(PROPERTY, propertyRows(each))],
    ),
  ].join('\n\n');
}

const PROPERTY = ['property', '', 'meaning'];

function sectionOf(
  { name, summary, description, parameters, requestBody, responses }: Operation & { readonly name: string },
  schemas: Readonly<Record<string, Schema>>,
  common: Responses,
): string {
  const taken = [
    ...parameters.map((each) => [
      `\`${each.name}\``,
      `${each.in}${each.required ? ', required' : ''}`,
      meaning({ ...each.schema, ...each }),
    ]),
    ...propertyRows(schemas[requestBody?.content ?? ''] ?? {}, 'body'),
  ];
  const own = Object.fromEntries(Object.entries(responses).filter(([status]) => !(status in common)));
  const tables = [table(['takes', 'in', 'meaning'], taken), answersTable(own, schemas)];
  return [
    `### \`${name}\``,
    [summary, description].filter((text) => text !== undefined).join(' '),
    ...tables,
  ].join('\n\n');
}

/** @param place told beside whether it is required */
function propertyRows({ properties = {}, required = [] }: Partial<Schema>, place?: string): string[][] {
  return Object.entries(properties).map(([name, each]) => {
    const need =
      place === undefined ? !required.includes(name) && 'optional' : required.includes(name) && 'required';
    return [
      `\`${name}\``,
      [place, need].filter((text) => typeof text === 'string').join(', '),
      meaning(each),
    ];
  });
}

function meaning({ description, enum: values, maxLength }: Property): string {
  return [
    ...(description === undefined ? [] : [description]),
    ...(values === undefined ? [] : [`One of ${values.map((value) => `\`${value}\``).join(', ')}.`]),
    ...(maxLength === undefined ? [] : [`At most ${maxLength} characters.`]),
  ].join(' ');
}

function answersTable(responses: Responses, schemas: Readonly<Record<string, Schema>>): string {
  const rows = Object.entries(responses).map(([status, { description, content: body = '', headers }]) => {
    const told = Object.entries(headers).map(([name, header]) => `\`${name}\`: ${header.description}`);
    // One or several of the same are explained once.
    const explained = schemas[body]?.anyOf[0]?.$ref ?? body;
    const link = body === '' ? '' : `[${body}](#${explained.toLowerCase()})`;
    return [status, link, [description, ...told].join(' ')];
  });
  return table(['status', 'body', 'meaning'], rows);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll(/[|<>\\]/g, String.raw`\$&`)).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
