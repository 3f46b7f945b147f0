import * as z from 'zod';

/** What a check found, in words. `item`: code of the one that it is about; '' for the whole. */
export function findingSchema<const Severities extends readonly string[]>(severities: Severities) {
  return z.object({ code: z.string(), severity: z.enum(severities), item: z.string(), message: z.string() });
}
