import type { CampaignKind } from '../schema.ts';
import {
  CAMPAIGN_DRAFT_VERSION,
  type CampaignDraft,
  campaignDraftSchema,
  type RowOf,
  rowSchemas,
} from './schema.ts';

/** What the program decides of a draft when it is begun. `startedAt` is ISO 8601. */
export interface Begun {
  /** A UUID. */
  readonly id: string;
  readonly campaignId: string;
  readonly startedAt: string;
}

/** Where the steps that a 示范点验收 begins with are known from (培育对象、指导、验收 in the first, 确认 in the second): a hint, for the notice at hand is another one. */
export const ACCEPTANCE_HINT =
  '四个步骤参照郑依法行政领办〔2017〕36号附件1–3第四项、豫法政办〔2020〕16号二（二），以本通知为准。';

/** A draft with nothing in it but what `parts` say. */
export function blankDraft({ id, campaignId, startedAt }: Begun, parts: object): CampaignDraft {
  const blank = { on: false };
  return campaignDraftSchema.parse({
    ...{ version: CAMPAIGN_DRAFT_VERSION, id, campaignId, startedAt, updatedAt: startedAt, origin: 'new' },
    ...{ passScore: blank, naming: blank, willingness: blank, cultivation: blank, quota: blank },
    comprehensive: blank,
    ...parts,
  });
}

/** The draft of a new campaign: what its kind always has, and no number and no day that a notice must state. */
export function newDraft(kind: CampaignKind, begun: Begun): CampaignDraft {
  switch (kind) {
    case 'recommendation':
      return blankDraft(begun, {
        kind,
        deadlines: [rowSchemas.deadlines.parse({ code: 'deadline-1' })],
        submissions: [rowSchemas.submissions.parse({ code: 'submission-1' })],
      });
    case 'acceptance':
      return blankDraft(begun, {
        kind,
        cultivation: { on: true },
        deadlines: [
          step('deadline-1', '确定培育对象'),
          step('deadline-2', '对培育对象进行指导'),
          step('deadline-3', '按验收标准验收'),
          step('deadline-4', '确认为本地、本系统示范点'),
        ],
      });
    case 'practice':
      return blankDraft(begun, { kind, title: '' });
    case 'commendation':
    case 'experience':
      return blankDraft(begun, {
        kind,
        deadlines: [rowSchemas.deadlines.parse({ code: 'deadline-1', by: 'body' })],
        submissions: [rowSchemas.submissions.parse({ code: 'submission-1' })],
      });
  }
}

function step(code: string, label: string): RowOf<'deadlines'> {
  return rowSchemas.deadlines.parse({ code, label, by: 'office' });
}
