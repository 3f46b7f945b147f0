import { join } from 'node:path';
import { entriesOf } from '../../../electron/services/files/entries.ts';
import { backAndForth, Broken, isNumbered, numberIn, openQuietly, work } from './work.ts';

interface Step {
  readonly did: 'begun' | 'edited' | 'finished' | 'removed';
  /** Of the draft, or of the campaign that was removed. */
  readonly id: string;
  /** Of the campaign that was finished. */
  readonly campaign?: string;
  readonly nth: number;
}

/** So many stay in the library before the first one is removed. */
const STAY = 3;

const campaignRef = (id: string) => ({ document: 'campaign', id }) as const;

/** A campaign from its beginning to the library, and later to 已删除. */
export const campaign = work<object, Step>({
  name: 'campaign',
  prepare: () => Promise.resolve({}),
  act: async ({ client }, _, nth) => {
    const { campaigns, own } = await client.ask('listCampaigns', {});
    const numbered = campaigns.filter(({ id }) => own.includes(id));
    const [oldest] = numbered.sort((a, b) => (numberIn(a.title) ?? 0) - (numberIn(b.title) ?? 0));
    if (oldest && own.length > STAY) {
      await client.ask('removeCampaign', { id: oldest.id });
      return { did: 'removed', id: oldest.id, nth };
    }
    const [draft] = (await client.ask('listCampaignDrafts', {})).drafts;
    if (!draft) {
      const { id } = await client.ask('newCampaign', { kind: 'recommendation' });
      return { did: 'begun', id, nth };
    }
    const { id } = draft;
    if (numberIn(draft.title) === undefined) {
      await client.edit(campaignRef(id), { kind: 'setHead', fields: { title: `第${nth}次` } });
      return { did: 'edited', id, nth };
    }
    const answer = await client.ask('finishCampaign', { id, replaces: true });
    if (answer.outcome !== 'saved') throw new Broken(`not saved: ${answer.outcome}`);
    return { did: 'finished', id, campaign: answer.campaign.id, nth };
  },
  check: async ({ client, root }, _, done, begun) => {
    const { drafts } = await client.ask('listCampaignDrafts', {});
    const { campaigns, own } = await client.ask('listCampaigns', {});
    const editsOf = (id: string) =>
      done.flatMap((each) => (each.did === 'edited' && each.id === id ? each.nth : []));
    const finished = done.filter(({ did }) => did === 'finished');
    for (const { id } of drafts) {
      const { value } = await client.open(campaignRef(id));
      isNumbered('the title', numberIn(value.title) ?? 0, editsOf(id), begun);
      await client.ask('closeDocument', { ref: campaignRef(id) });
      if (finished.some((each) => each.id === id)) throw new Broken(`draft ${id} is finished, and is there`);
    }
    const removed = (await entriesOf(join(root, '已删除'))).map(({ name }) => name);
    const gone = done.flatMap(({ did, id }) => (did === 'removed' ? id : []));
    for (const id of gone) if (own.includes(id)) throw new Broken(`campaign ${id} is removed, and is there`);
    for (const { id, campaign: made = '' } of finished.slice(-STAY)) {
      const title = campaigns.find((each) => each.id === made)?.title;
      if (title !== undefined) isNumbered('its title', numberIn(title) ?? 0, editsOf(id), begun);
      // Removed, and killed before that was acknowledged.
      else if (!gone.includes(made) && !removed.some((name) => name.startsWith(made)))
        throw new Broken(`campaign ${made} is gone`);
    }
    const last = done.findLast(({ did }) => did !== 'removed');
    const isMade = (nth: number): boolean => campaigns.some(({ title }) => (numberIn(title) ?? 0) >= nth);
    if (last && last.did !== 'finished' && !drafts.some(({ id }) => id === last.id) && !isMade(last.nth))
      throw new Broken(`draft ${last.id} is gone, and there is no campaign of it`);
  },
});

/** A draft that is only edited. */
export const campaignDraft = work<{ id: string }, number>({
  name: 'campaign draft',
  prepare: ({ client }) => client.ask('newCampaign', { kind: 'recommendation' }),
  act: async (place, { id }, nth) => {
    const ref = campaignRef(id);
    await place.client.edit(ref, { kind: 'setHead', fields: { title: `第${nth}次` } });
    await backAndForth(place, ref, nth, {
      isThere: ({ title }) => numberIn(title) === nth,
      another: { kind: 'setHead', fields: { title: `第${nth}次，再改` } },
    });
    return nth;
  },
  check: async (place, { id }, done, begun) => {
    const { value } = await openQuietly(place, campaignRef(id));
    isNumbered('the title', numberIn(value.title) ?? 0, done, begun);
  },
});
