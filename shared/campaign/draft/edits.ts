import * as z from 'zod';
import { codeSchema } from '../../standard/schema.ts';
import { patchOf } from '../../values/patch.ts';
import { commendationTerms, headShape, rowSchemas, termSchemas } from './schema.ts';

const terms = { ...termSchemas, ...commendationTerms };

const setTerm = <Name extends keyof typeof terms>(term: Name) =>
  z.object({
    kind: z.literal('setTerm'),
    term: z.literal(term),
    fields: patchOf(terms[term].shape as (typeof terms)[Name]['shape']),
  });

/** `row`: what is filled in already; `code` is one that no other of the list has. */
const addRow = <List extends keyof typeof rowSchemas>(list: List) =>
  z.object({ kind: z.literal('addRow'), list: z.literal(list), row: rowSchemas[list] });

const setRow = <List extends keyof typeof rowSchemas>(list: List) =>
  z.object({
    kind: z.literal('setRow'),
    list: z.literal(list),
    code: codeSchema,
    fields: patchOf(rowSchemas[list].shape as (typeof rowSchemas)[List]['shape']),
  });

const listName = z.enum(Object.keys(rowSchemas) as [keyof typeof rowSchemas]);

/** Each a field, a line, or the order of two lines. */
export const campaignDraftEditSchema = z.union([
  z.object({ kind: z.literal('setHead'), fields: patchOf(headShape) }),
  z.discriminatedUnion('term', [
    setTerm('passScore'),
    setTerm('naming'),
    setTerm('willingness'),
    setTerm('cultivation'),
    setTerm('quota'),
    setTerm('comprehensive'),
    setTerm('table'),
    setTerm('rank'),
    setTerm('division'),
    setTerm('years'),
    setTerm('clean'),
  ]),
  z.discriminatedUnion('list', [
    addRow('submissions'),
    addRow('conditions'),
    addRow('vetoes'),
    addRow('deadlines'),
    addRow('bodies'),
    addRow('bodyKinds'),
    addRow('materials'),
    addRow('tieRules'),
  ]),
  z.discriminatedUnion('list', [
    setRow('submissions'),
    setRow('conditions'),
    setRow('vetoes'),
    setRow('deadlines'),
    setRow('bodies'),
    setRow('bodyKinds'),
    setRow('materials'),
    setRow('tieRules'),
  ]),
  z.object({ kind: z.literal('removeRow'), list: listName, code: codeSchema }),
  /** Before the one that stands before it. */
  z.object({ kind: z.literal('moveUp'), list: listName, code: codeSchema }),
]);
export type CampaignDraftEdit = z.output<typeof campaignDraftEditSchema>;
