import { parseArgs, type ParseArgsConfig } from 'node:util';
import type { z } from 'zod';

/** The command line of a long run as the shape takes it, or in words what is wrong with it. */
export function parsedArgs<Shape extends z.ZodObject>(
  args: readonly string[],
  options: NonNullable<ParseArgsConfig['options']>,
  shape: Shape,
): z.output<Shape> | { readonly wrong: string } {
  try {
    const parsed = shape.safeParse(parseArgs({ args: [...args], options }).values);
    if (parsed.success) return parsed.data;
    const faults = parsed.error.issues.map(({ path, message }) => `--${path.join('.')}: ${message}`);
    return { wrong: faults.join('\n') };
  } catch (error) {
    return { wrong: error instanceof Error ? error.message : String(error) };
  }
}
