import { z } from 'zod';

/** The bodies that calls bring, by their names in the OpenAPI document. */
export const BODIES = z.registry<{ id: string }>();
/** The bodies that answers have, by their names in the OpenAPI document. */
export const ANSWERS = z.registry<{ id: string }>();
