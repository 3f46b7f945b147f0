import type { Campaign } from '../campaign/schema.ts';
import { isSameName } from '../values/bare-name.ts';
import { placesFor } from './quota.ts';

/** The bodies that the notice lists, to be offered for 推荐单位; none where the number is the office's own. */
export function listedBodies({ quota }: Pick<Campaign, 'quota'>): string[] {
  return quota && quota.owner !== 'office' ? quota.bodies.map(({ name }) => name) : [];
}

/**
 * What is said of a body that is not on the list of the notice, so that it gets the general number and not one of its
 * own; '' where it is listed, is not named yet, or nothing is listed.
 */
export function unlistedWords(campaign: Pick<Campaign, 'quota'>, body: string): string {
  const { quota } = campaign;
  const listed = listedBodies(campaign);
  const name = body.trim();
  if (!quota || name === '' || listed.length === 0) return '';
  if (listed.some((each) => isSameName(each, name))) return '';
  const most = placesFor(quota, name);
  return most === undefined ? '名单里没有这个名称，通知没有写它的名额' : `名单里没有这个名称，按${most}个算`;
}
