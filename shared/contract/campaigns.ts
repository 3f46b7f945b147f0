import * as z from 'zod';
import { campaignDraftDocument } from '../campaign/draft/document.ts';
import { campaignKindSchema, campaignSchema } from '../campaign/schema.ts';
import { documentSchemas } from './documents.ts';
import { declareCall, id, listed, madeFileSchema, none, token } from './parts.ts';

/** A campaign while it is made. */
export const campaignSchemas = documentSchemas({
  document: 'campaign',
  kind: campaignDraftDocument,
  ref: { id },
  saved: {},
  opened: {},
});

const campaignId = campaignSchema.shape.id;
const draft = z.object({ id });

/** A campaign that was begun and is not in the library yet. */
const campaignDraftSummarySchema = z.object({
  ...listed,
  title: z.string(),
  kind: campaignKindSchema.optional(),
});
export type CampaignDraftSummary = z.output<typeof campaignDraftSummarySchema>;

/** What is done with a file whose id a campaign of the library has. */
const takenSchema = z.enum(['ask', 'replace', 'keepBoth']);

/** 推荐活动: those that come with the program, and those that the user makes, changes and hands on. */
export const campaignCalls = {
  /** `own`: ids of those in 推荐活动; the others come with the program. Files that cannot be used: `listStandards`. */
  listCampaigns: declareCall(
    none,
    z.object({ campaigns: z.array(campaignSchema), own: z.array(z.string()) }),
  ),

  newCampaign: declareCall(z.object({ kind: campaignKindSchema }), draft),
  /** A new campaign after one of the library. */
  copyCampaign: declareCall(z.object({ id: campaignId }), draft),
  /** An own one is changed; the draft that was left of it is gone on with. */
  editCampaign: declareCall(z.object({ id: campaignId }), draft),
  listCampaignDrafts: declareCall(none, z.object({ drafts: z.array(campaignDraftSummarySchema) })),
  /** Moves a draft to 已删除. */
  discardCampaignDraft: declareCall(draft, z.object({ movedTo: z.string() })),
  /**
   * Puts the campaign into the library and ends the draft; with errors in it nothing is saved. `asks`: the one in the
   * library is another than it was when the draft was begun, and nothing is done yet; `replaces`: that is known.
   */
  finishCampaign: declareCall(
    z.object({ id, replaces: z.boolean().default(false) }),
    z.discriminatedUnion('outcome', [
      z.object({ outcome: z.literal('saved'), campaign: campaignSchema }),
      z.object({ outcome: z.literal('asks'), known: z.string(), differences: z.array(z.string()) }),
    ]),
  ),

  exportCampaign: declareCall(z.object({ id: campaignId }), madeFileSchema),
  /**
   * Asked, nothing is done yet, and the token stays. `asks`: another has its id; `mayReplace`: that one is the user's own.
   * `sameTitle`: another has its title, and the two cannot be told apart in a list.
   */
  importCampaign: declareCall(
    z.object({ token, taken: takenSchema }),
    z.discriminatedUnion('outcome', [
      z.object({ outcome: z.enum(['added', 'replaced', 'same']), title: z.string() }),
      z.object({ outcome: z.literal('sameTitle'), title: z.string() }),
      z.object({
        outcome: z.literal('asks'),
        title: z.string(),
        known: z.string(),
        mayReplace: z.boolean(),
        /** In what the two decide otherwise. */
        differences: z.array(z.string()),
      }),
    ]),
  ),
  /** Moves an own campaign to 已删除; assessments and desks keep their own copy of it. */
  removeCampaign: declareCall(z.object({ id: campaignId }), z.object({ movedTo: z.string() })),
} as const;
