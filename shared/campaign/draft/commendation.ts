import { commendationFaults } from '../commendation-faults.ts';
import type { Campaign, Commendation } from '../schema.ts';
import { fieldOf, type Findings } from './finding.ts';
import type { DraftReader } from './read.ts';
import { isUntouched } from './rows.ts';
import type { CampaignDraft } from './schema.ts';

/** What a draft says of a 表扬推荐; nothing of any other kind, whatever was typed while it was one. */
export function commendationOf(
  draft: CampaignDraft,
  read: DraftReader,
  findings: Findings,
): Pick<Campaign, 'commendation'> {
  if (draft.kind !== 'commendation') return {};
  const { table, division } = draft;
  const percent = division.on ? read.percent(division.percent, 'division.percent', '处级比例') : undefined;
  if (division.on && percent === undefined) read.needed(division.percent, 'division.percent', '处级比例');
  const commendation: Commendation = {
    ...(table.on && {
      table: {
        title: read.needed(table.title, 'table.title', '汇总表名称'),
        source: read.source(table, 'table'),
      },
    }),
    bodies: bodiesOf(draft, read),
    ...rankIn(draft, read),
    ...(division.on && { division: { percent: percent ?? 0, ...read.stated(division, 'division') } }),
    ...numbersIn(draft, read),
  };
  const materials = draft.materials.map(({ code, summaryOf }) => ({
    ...{ code, summaryOf: summaryOf === 'none' ? undefined : summaryOf },
  }));
  for (const { field, message } of commendationFaults({ commendation, materials }, draft.updatedAt))
    findings.error(field, message);
  return { commendation };
}

function bodiesOf(draft: CampaignDraft, read: DraftReader): Commendation['bodies'] {
  const rows = draft.bodyKinds.filter((row) => !isUntouched('bodyKinds', row));
  return rows.map(({ code, name, units, persons, ...source }) => {
    const at = (field: string) => fieldOf('bodyKinds', code, field);
    const most = {
      units: read.count(units, at('units'), { what: '单位名额', units: ['个', '家'] }),
      persons: read.count(persons, at('persons'), { what: '个人名额', units: ['名', '人'] }),
    };
    return {
      ...{ code, name: read.needed(name, at('name'), '推荐单位的类别') },
      ...(most.units !== undefined && { units: most.units }),
      ...(most.persons !== undefined && { persons: most.persons }),
      source: read.source(source, fieldOf('bodyKinds', code)),
    };
  });
}

function rankIn({ rank }: CampaignDraft, read: DraftReader): Pick<Commendation, 'rank'> {
  if (!rank.on) return {};
  const highest = read.needed(rank.highest, 'rank.highest', '最高级别');
  return { rank: { highest, ...read.stated(rank, 'rank') } };
}

function numbersIn(
  { years, clean }: CampaignDraft,
  read: DraftReader,
): Pick<Commendation, 'years' | 'clean'> {
  const number = (text: string, field: string, what: string): number => {
    read.needed(text, field, what);
    return read.count(text, field, { what, units: ['年'] }) ?? 0;
  };
  const least = years.on ? number(years.least, 'years.least', '年数') : 0;
  const since = clean.on ? number(clean.since, 'clean.since', '从哪一年起') : 0;
  return {
    ...(years.on && { years: { least, ...read.stated(years, 'years') } }),
    ...(clean.on && { clean: { since, ...read.stated(clean, 'clean') } }),
  };
}
