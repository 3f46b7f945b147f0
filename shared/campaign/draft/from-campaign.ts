import { showPoints } from '../../values/points.ts';
import type { Campaign, CampaignStatement, MaterialRequirement } from '../schema.ts';
import { type Begun, blankDraft } from './new-draft.ts';
import type { CampaignDraft } from './schema.ts';

type Cited = { readonly document: string; readonly clause: string };

/** The draft by which an own campaign of the library is changed. */
export function draftToEdit(campaign: Campaign, begun: Omit<Begun, 'campaignId'>): CampaignDraft {
  return draftOf(campaign, { ...begun, campaignId: campaign.id });
}

/**
 * The draft of a new campaign after one that is there. Number and days are the new notice's, and are left empty; its
 * words stay until they are replaced.
 */
export function draftOfCopy(campaign: Campaign, begun: Begun): CampaignDraft {
  const draft = draftOf(campaign, begun);
  return {
    ...draft,
    ...{ origin: 'copy', copiedTitle: campaign.title, documentNumber: '' },
    deadlines: draft.deadlines.map((deadline) => ({ ...deadline, date: '' })),
  };
}

function draftOf(campaign: Campaign, begun: Begun): CampaignDraft {
  const { title, shortTitle, kind, documentNumber, issuer, industries, regions, notes } = campaign;
  const { quota, comprehensive, tieRules = [] } = campaign;
  /** A clause of the notice itself says no number. */
  const cite = ({ document, clause }: Cited) => ({
    document: document === documentNumber || (documentNumber === '' && document === title) ? '' : document,
    clause,
  });
  const stated = ({ source, words, whose }: Pick<CampaignStatement, 'source' | 'words' | 'whose'>) => ({
    ...{ on: true, words, whose },
    ...cite(source),
  });
  const statement = (each: CampaignStatement) => ({ ...stated(each), code: each.code, title: each.title });
  const { passScore, naming, willingness, cultivation } = campaign;
  return blankDraft(begun, {
    ...{ origin: 'edit', title, shortTitle, kind, documentNumber, issuer, industries, regions, notes },
    ...(passScore && { passScore: { ...stated(passScore), points: showPoints(passScore.points) } }),
    ...(naming && { naming: { ...stated(naming), levels: naming.levels } }),
    ...(willingness && { willingness: stated(willingness) }),
    ...(cultivation && { cultivation: stated(cultivation) }),
    conditions: campaign.conditions.map(statement),
    vetoes: campaign.vetoes.map(statement),
    deadlines: campaign.deadlines.map(({ source, ...deadline }) => ({ ...deadline, ...cite(source) })),
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
    materials: campaign.materials.map((material) => materialRow(material, cite)),
  });
}

function quotaOf(
  { owner, perBody, distinct, total, source, totalSource }: NonNullable<Campaign['quota']>,
  cite: (source: Cited) => Cited,
) {
  const of = totalSource && cite(totalSource);
  return {
    ...{ on: true, owner, distinct, perBody: spelled(perBody), total: spelled(total), ...cite(source) },
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
