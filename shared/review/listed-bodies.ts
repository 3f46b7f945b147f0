import type { Campaign } from '../campaign/schema.ts';
import { isSameName } from '../values/bare-name.ts';
import type { Failure } from '../values/errors.ts';
import { placesFor } from './quota.ts';

/** The bodies that the notice lists, to be offered for 推荐单位; none where the number is the office's own. */
export function listedBodies({ quota }: Pick<Campaign, 'quota'>): string[] {
  return quota && quota.owner !== 'office' ? quota.bodies.map(({ name }) => name) : [];
}

/** Whether the notice names this body, in whatever spelling: such a name, with its number, is not the desk's to change. */
export function isListedBody({ quota }: Pick<Campaign, 'quota'>, body: string): boolean {
  return (quota?.bodies ?? []).some(({ name }) => isSameName(name, body));
}

/**
 * Another name for a listed body would leave its own number to nobody and take the general one instead. Undefined where
 * the name is the desk's own.
 */
export function renameRefusal(campaign: Pick<Campaign, 'quota'>, from: string): Failure | undefined {
  if (!isListedBody(campaign, from)) return undefined;
  return {
    code: 'body-listed',
    message: `“${from}”是通知列出的推荐单位，名额按这个名称计算，不能改名，也不能并入别的推荐单位。`,
    effect: '没有改动任何内容。',
    remedy: '推荐包归错了推荐单位的，请在核验总表里选中这些推荐包，按“设推荐单位…”改。',
  };
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
