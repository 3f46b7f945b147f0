import * as z from 'zod';
import { showable } from '../../../shared/values/text.ts';
import { type About, keySchema } from './desk-index.ts';

const nameSchema = z.string().transform((name) => showable(name, 300));
const owedSchema = z.string().max(64);
const listSchema = z.object({
  version: z.literal(1),
  desk: z.uuid(),
  /** By key, as they were handed in. */
  packages: z.record(keySchema, nameSchema),
  /** By key; earlier versions wrote none. */
  units: z.record(keySchema, nameSchema).default({}),
  /** Of which a review was there once; absent: an earlier version did not write it down. */
  reviewed: z.array(keySchema).optional(),
  /** By key, until when a clock that was ahead had reviews saved; see `isBefore`. */
  ahead: z.record(keySchema, z.string()).default({}),
  /** By key, when a review was saved last (ISO 8601); absent: an earlier version did not write it down. */
  saved: z.record(keySchema, z.string()).optional(),
  /** By key; see `PackageList.owedOf`. */
  owed: z.record(keySchema, owedSchema).default({}),
  /** Not waited for any more: what is put back of them is no stranger. */
  givenUp: z.array(keySchema).default([]),
  lost: z.boolean().default(false),
  /** Of desk.json; absent: an earlier version did not write it down. */
  deskFile: z
    .strictObject({ savedAt: z.string(), isOlder: z.boolean(), ahead: z.string().optional() })
    .optional(),
  /** Receipts of files that were handed in and not kept; earlier versions wrote none. */
  refused: z.array(nameSchema).default([]),
});
/** `coming`: its folder was not in its place yet. */
const moreSchema = z.object({
  unit: nameSchema.default(''),
  reviewed: z.boolean().default(false),
  saved: z.string().optional(),
  ahead: z.string().optional(),
  owed: owedSchema.optional(),
  coming: z.boolean().default(false),
});
const lineSchema = z.tuple([keySchema, nameSchema, moreSchema.optional()]);

/** By key. */
export type Names = Map<string, About>;

/** `saved`, `ahead`, `owed`: as the list has them, of each line the last. */
interface Line {
  readonly key: string;
  readonly about: About;
  readonly saved: string | undefined;
  readonly ahead: string | undefined;
  readonly owed: string | undefined;
  readonly coming: boolean;
}

/** packages.json; undefined where it is another desk's. Throws where it is none. */
export function parseList(text: string, desk: unknown): z.output<typeof listSchema> | undefined {
  const list = listSchema.parse(JSON.parse(text));
  return list.desk === desk ? list : undefined;
}

/**
 * packages.jsonl. A line may be cut off, each time that the program was: of that package nobody was told. It has no end of
 * its own, for the next one begins with a line break. Throws where another is none.
 */
export function parseLines(text: string): Line[] {
  const lines = text.split('\n');
  return lines.flatMap((line, at): Line[] => {
    const isLast = at === lines.length - 1;
    if (line === '' || isLast) return [];
    const isEnded = lines[at + 1] === '';
    try {
      const [key, fileName, more] = lineSchema.parse(JSON.parse(line));
      const { unit = '', reviewed = false, coming = false, saved, ahead, owed } = more ?? {};
      return [{ key, about: { fileName, unit, reviewed }, saved, ahead, owed, coming }];
    } catch (error) {
      if (isEnded) throw error;
      return [];
    }
  });
}

/** What came later counts; what one of both does not say, the other does. */
export function merged(all: Names, more: ReadonlyMap<string, About> = new Map()): Names {
  for (const [key, about] of more) {
    const before = all.get(key);
    const unit = about.unit || (before?.unit ?? '');
    all.set(key, { fileName: about.fileName, unit, reviewed: about.reviewed || (before?.reviewed ?? false) });
  }
  return all;
}
