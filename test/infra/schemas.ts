import { readFile } from 'node:fs/promises';
import { z } from 'zod';

/** What `extract-schemas.ts` wrote. */
export const SCHEMAS = new URL('../fixtures/provider-schemas.json', import.meta.url);

const blockSchema = z.object({
  required: z.array(z.string()),
  optional: z.array(z.string()),
  get blocks(): z.ZodRecord<z.ZodString, typeof blockSchema> {
    return z.record(z.string(), blockSchema);
  },
});
const resourceSchema = blockSchema.extend({
  /** Attributes that expressions may name. */
  read: z.array(z.string()),
  /** Arguments whose change replaces the resource; known of those alone whose replacement would be felt. */
  replacedBy: z.array(z.string()),
});
const schemas = z.object({
  /** Version of each provider whose schema this is. */
  providers: z.record(z.string(), z.string()),
  /** By type; data sources begin with `data.`. */
  resources: z.record(z.string(), resourceSchema),
});
export type BlockSchema = z.output<typeof blockSchema>;
export type ResourceSchema = z.output<typeof resourceSchema>;
export type Schemas = z.output<typeof schemas>;

/** The schemas of the providers, as far as `infra/` uses them. */
export async function readSchemas(): Promise<Schemas> {
  return schemas.parse(JSON.parse(await readFile(SCHEMAS, 'utf8')));
}
