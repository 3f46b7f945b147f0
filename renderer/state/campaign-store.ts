import { createDocumentStore } from './document/document-store.ts';

/** The campaign that is being made; absent in the list. */
export const useCampaignDraft = createDocumentStore({
  document: 'campaign',
  kind: async () => (await import('../../shared/campaign/draft/document.ts')).campaignDraftDocument,
  contextOf: () => undefined,
  // A notice was typed in: nothing of it is taken back because a disk was full.
  onFailure: 'keep',
});
