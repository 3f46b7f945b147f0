import { showPoints } from '../../values/points.ts';
import type { Campaign, CampaignStatement, MaterialRequirement } from '../schema.ts';
import { type Begun, blankDraft } from './new-draft.ts';
import { UNNUMBERED } from './read.ts';
import type { CampaignDraft } from './schema.ts';

type Cited = { readonly document: string; readonly clause: string };
type Citing = Cited & { readonly previous: string };

/** The draft by which an own campaign of the library is changed. */
export function draftToEdit(campaign: Campaign, begun: Omit<Begun, 'campaignId'>): CampaignDraft {
  return draftOf(campaign, { ...begun, campaignId: campaign.id });
}

/**
 * The draft of a new campaign after one that is there. What only the new notice can say is left empty: number, days, its
 * own words, clauses, documents, notes; what is asked for (materials, numbers, limits, who hands in to whom) stays.
 */
export function draftOfCopy(campaign: Campaign, begun: Begun): CampaignDraft {
  const draft = draftOf(campaign, begun);
  const { submissions, conditions, vetoes, deadlines, materials, tieRules } = draft;
  return {
    ...draft,
    ...{ origin: 'copy', copiedTitle: campaign.title, shortTitle: '', documentNumber: '', notes: [] },
    passScore: unsaid(draft.passScore),
    naming: unsaid(draft.naming),
    willingness: unsaid(draft.willingness),
    cultivation: unsaid(draft.cultivation),
    quota: {
      ...uncited(draft.quota),
      ...{ totalDocument: '', totalClause: '', totalWords: '' },
      totalPrevious: elsewhere({ document: draft.quota.totalDocument, clause: draft.quota.totalClause }),
    },
    comprehensive: uncited(draft.comprehensive),
    submissions: submissions.map(uncited),
    conditions: conditions.map(unsaid),
    vetoes: vetoes.map(unsaid),
    deadlines: deadlines.map((each) => ({
      ...{ ...unsaid(each), date: '', late: '', includesDay: 'unsaid' },
    })),
    // `words` of a material is a number of characters.
    materials: materials.map(uncited),
    tieRules: tieRules.map(uncited),
    table: uncited(draft.table),
    rank: unsaid(draft.rank),
    division: unsaid(draft.division),
    years: unsaid(draft.years),
    clean: unsaid(draft.clean),
    bodyKinds: draft.bodyKinds.map(uncited),
  };
}

/** Another document was cited: whether the new notice cites it again, and which, only a person can say. */
function uncited<Part extends Citing>(part: Part): Part {
  return { ...part, document: '', clause: '', previous: elsewhere(part) };
}

function elsewhere({ document, clause }: Cited): string {
  return document === '' ? '' : `${document} ${clause}`.trim();
}

function unsaid<Part extends Citing & { readonly words: string }>(part: Part): Part {
  return { ...uncited(part), words: '' };
}

function draftOf(campaign: Campaign, begun: Begun): CampaignDraft {
  const { title, kind, documentNumber, issuer, industries, regions, notes } = campaign;
  const { quota, comprehensive, tieRules = [] } = campaign;
  // One that was made of the title follows the title.
  const shortTitle = campaign.shortTitle === title ? '' : campaign.shortTitle;
  /** A clause of the notice itself says no number. */
  const cite = ({ document, clause }: Cited) => ({
    ...{ document: isNotice(document, campaign) ? '' : document, clause, previous: '' },
  });
  const stated = ({ source, words, whose }: Pick<CampaignStatement, 'source' | 'words' | 'whose'>) => ({
    ...{ on: true, words, whose },
    ...cite(source),
  });
  const statement = (each: CampaignStatement) => ({
    ...stated(each),
    ...{ code: each.code, title: each.title, by: each.by ?? 'unit' },
  });
  const { passScore, naming, willingness, cultivation } = campaign;
  return blankDraft(begun, {
    ...{ origin: 'edit', title, shortTitle, kind, documentNumber, issuer, industries, regions, notes },
    ...(passScore && { passScore: { ...stated(passScore), points: showPoints(passScore.points) } }),
    ...(naming && { naming: { ...stated(naming), levels: naming.levels } }),
    ...(willingness && { willingness: stated(willingness) }),
    ...(cultivation && { cultivation: stated(cultivation) }),
    conditions: campaign.conditions.map(statement),
    vetoes: campaign.vetoes.map(statement),
    deadlines: campaign.deadlines.map(({ source, includesDay, ...deadline }) => ({
      ...{ ...deadline, includesDay: includesDay === undefined ? 'unsaid' : includesDay ? 'yes' : 'no' },
      ...cite(source),
    })),
    submissions: campaign.submissions.map(({ source, copies, ...submission }) => ({
      ...{ ...submission, copies: spelled(copies) },
      ...cite(source),
    })),
    ...(quota && { quota: quotaOf(quota, cite) }),
    bodies: quota?.bodies.map(({ name, count }, at) => ({
      ...{ code: `body-${at + 1}`, name, count: spelled(count) },
    })),
    ...(comprehensive && {
      comprehensive: {
        ...{ on: true, ...cite(comprehensive.source) },
        verified: showPoints(comprehensive.verified),
        survey: showPoints(comprehensive.survey),
        fieldVisit: comprehensive.fieldVisit === undefined ? '' : showPoints(comprehensive.fieldVisit),
      },
    }),
    tieRules: tieRules.map((rule, at) => ({
      ...{ code: `tie-${at + 1}`, by: rule.by, ...cite(rule.source) },
      section: rule.by === 'section' ? rule.section : '',
    })),
    ...commendationParts(campaign.commendation, { cite, stated }),
    materials: campaign.materials.map((material) => materialRow(material, cite)),
  });
}

type Stated = Pick<CampaignStatement, 'source' | 'words' | 'whose'>;

function commendationParts(
  commendation: Campaign['commendation'],
  { cite, stated }: { cite: (source: Cited) => Cited; stated: (part: Stated) => object },
): object {
  if (!commendation) return {};
  const { table, rank, division, years, clean, bodies } = commendation;
  return {
    ...(table && { table: { on: true, title: table.title, ...cite(table.source) } }),
    ...(rank && { rank: { ...stated(rank), highest: rank.highest } }),
    ...(division && { division: { ...stated(division), percent: showPoints(division.percent) } }),
    ...(years && { years: { ...stated(years), least: spelled(years.least) } }),
    ...(clean && { clean: { ...stated(clean), since: spelled(clean.since) } }),
    bodyKinds: bodies.map(({ code, name, units, persons, source }) => ({
      ...{ code, name, units: spelled(units), persons: spelled(persons), ...cite(source) },
    })),
  };
}

/** Before, a notice without a number was cited by the campaign's title. */
function isNotice(document: string, { documentNumber, title }: Campaign): boolean {
  return (
    document === documentNumber || document === UNNUMBERED || (documentNumber === '' && document === title)
  );
}

function quotaOf(
  { owner, perBody, distinct, total, totalWords, source, totalSource }: NonNullable<Campaign['quota']>,
  cite: (source: Cited) => Cited,
) {
  const of = totalSource && cite(totalSource);
  return {
    ...{ on: true, owner, distinct, perBody: spelled(perBody), total: spelled(total), ...cite(source) },
    ...(total !== undefined && { totalWords: totalWords ?? `原则上不超过${total}个` }),
    ...(of && { totalDocument: of.document, totalClause: of.clause }),
  };
}

function materialRow(
  { source, limits, checklist, themes, ...material }: MaterialRequirement,
  cite: (source: Cited) => Cited,
) {
  return {
    ...{ ...material, ...cite(source) },
    checklist: checklist.map(({ label }) => label),
    themes: themes.map(({ label }) => label),
    codes: Object.fromEntries([...checklist, ...themes].map(({ code, label }) => [label, code])),
    words: spelled(limits?.words),
    minutes: spelled(limits?.minutes),
    megabytes: spelled(limits?.megabytes),
    files: spelled(limits?.files),
    formats: limits?.formats.join('、') ?? '',
  };
}

function spelled(value: number | undefined): string {
  return value === undefined ? '' : String(value);
}
