import { sortedJson } from '../../values/sorted-json.ts';
import { type CampaignDraft, type ListName, type RowOf, rowSchemas } from './schema.ts';

/** What the codes of a list's lines begin with; those of conditions and vetoes are apart. */
const PREFIXES: Record<ListName, string> = {
  submissions: 'submission',
  conditions: 'condition',
  vetoes: 'veto',
  deadlines: 'deadline',
  bodies: 'body',
  bodyKinds: 'body-kind',
  materials: 'material',
  tieRules: 'tie',
};

/** A line to add, under a code that no other has. Where the notice is another document than this one, it is that of the line before. */
export function newRow<List extends ListName>(draft: CampaignDraft, list: List): RowOf<List> {
  const codes = new Set([...draft.conditions, ...draft.vetoes, ...draft[list]].map(({ code }) => code));
  let n = draft[list].length + 1;
  while (codes.has(`${PREFIXES[list]}-${n}`)) n += 1;
  const last: object = draft[list].at(-1) ?? {};
  const document = 'document' in last ? { document: last.document } : {};
  return blank(list, { code: `${PREFIXES[list]}-${n}`, ...document });
}

/** Whether nothing was typed or chosen in a line: such a one is left out. */
export function isUntouched<List extends ListName>(list: List, row: RowOf<List>): boolean {
  if (list === 'tieRules') return false;
  const document = 'document' in row ? { document: row.document } : {};
  return sortedJson(row) === sortedJson(blank(list, { code: row.code, ...document }));
}

function blank<List extends ListName>(list: List, parts: object): RowOf<List> {
  // A list and its schema belong together; TypeScript cannot follow that through the record.
  return rowSchemas[list].parse(parts);
}
