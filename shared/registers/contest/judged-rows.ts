import type { Entry } from '../entry.ts';
import { BELOW, TOTAL } from '../import/left-rows.ts';
import type { RegisterKind } from '../kind.ts';
import { ANY } from './cheat-words.ts';
import { ASK_FOR_NAME, ASK_FOR_PERSON } from './rows.ts';
import {
  askForSimulation,
  isGroup,
  loneSimulations,
  nameIn,
  namesPersons,
  summaryRows,
} from './summary-rows.ts';

/** Alone in its row: 作弊人数：0. */
const isNote = (fields: Entry['fields']): boolean =>
  Object.values(fields).filter((text) => text.trim() !== '').length === 1 &&
  Object.values(fields).some((text) => {
    const [label = '', value] = text.split(/[：:]/u);
    return value !== undefined && (ANY.test(label) || /人数|情况/u.test(label));
  });

/** What is said of the rows of a table before they are registered or ranked. */
export const judgedRows: NonNullable<RegisterKind['judged']> = (rows) => {
  const cells = rows.map(({ fields, first }) => {
    const { team = '', name = '', theory = '', simulation = '', cheat = '' } = fields;
    return { team, name, theory, simulation, cheat, first };
  });
  const isSummary = summaryRows(cells).map((is, at) => is || rows[at]?.isTotal === true);
  const hasNames = namesPersons(cells, isSummary);
  const lone = loneSimulations(cells, isSummary);
  return cells.map((row, at) => {
    const team = lone[at] ?? '';
    if (isNote(rows[at]?.fields ?? {})) return { left: BELOW, odd: '' };
    // Without its table nothing else may tell what it is.
    const added: Entry['fields'] = nameIn(row) === '' ? { name: '合计' } : {};
    if (team !== '') return { left: '', odd: askForSimulation(team), added };
    if (isSummary[at]) return { left: rows[at]?.isTotal ? TOTAL : '合计、平均等行', odd: '' };
    if (row.theory === '') return { left: '', odd: '' };
    if (isGroup(row.name)) return { left: '', odd: ASK_FOR_PERSON };
    return { left: '', odd: hasNames && nameIn(row) === '' ? ASK_FOR_NAME : '' };
  });
};
