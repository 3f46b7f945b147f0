import * as z from 'zod';
import { campaignSchema } from '../campaign/schema.ts';
import { assertNever } from '../values/assert-never.ts';
import { bareName, distinctNames, isSameName } from '../values/bare-name.ts';
import { longTextSchema } from '../values/long-text.ts';
import { isListedBody } from './listed-bodies.ts';
import {
  type Acceptance,
  acceptanceSchema,
  bodySchema,
  choiceSchema,
  correctableSchema,
  correctedSchema,
  type Desk,
  deskLevelSchema,
  officeSchema,
  type Placement,
  rankAdjustmentSchema,
} from './schema.ts';
import { packageKeySchema } from './package-key.ts';

const keys = z.array(packageKeySchema).min(1).max(5000);
const named = bodySchema.min(1, '请填写推荐单位');

/** Everything that belongs to the desk as a whole. */
export const deskEditSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('setTitle'), title: z.string().trim().min(1).max(100) }),
  z.object({ kind: z.literal('setLevel'), level: deskLevelSchema }),
  z.object({ kind: z.literal('setOffice'), office: officeSchema }),
  /** 推荐单位 of the desk of one body. */
  z.object({ kind: z.literal('setBody'), body: bodySchema }),
  z.object({ kind: z.literal('addBody'), body: named }),
  /** Takes it off the list of those added by hand; packages stay where they are. */
  z.object({ kind: z.literal('removeBody'), body: named }),
  /** Another name for a body, or that of another one: then the two are one. `keys`: the packages that are under it. */
  z.object({
    kind: z.literal('renameBody'),
    from: named,
    to: named,
    keys: z.array(packageKeySchema).max(5000),
  }),
  /** Who recommends these packages; where another body had handed one in as well, that is settled by it. */
  z.object({ kind: z.literal('place'), keys, body: bodySchema }),
  /** The very same packages were handed in by this body as well. */
  z.object({ kind: z.literal('addRoute'), keys, body: named }),
  /** What a desk of before went by was looked at: from now on it is the evaluator's. */
  z.object({
    kind: z.literal('settlePlacements'),
    placements: z.array(z.object({ key: packageKeySchema, body: bodySchema })).max(5000),
  }),
  /** 行业 or 地域 in place of the unit's own word, which stays beside it. */
  z.object({
    kind: z.literal('correct'),
    key: packageKeySchema,
    field: correctableSchema,
    ...correctedSchema.shape,
  }),
  z.object({ kind: z.literal('uncorrect'), key: packageKeySchema, field: correctableSchema }),
  /** The campaign as the library has it now; `reason` says in what it differs, for the journal. */
  z.object({
    kind: z.literal('takeCampaign'),
    campaign: campaignSchema,
    reason: longTextSchema.default(''),
  }),
  /** Chooses, or changes the reason of a choice. */
  z.object({ kind: z.literal('choose'), choice: choiceSchema }),
  /** The reason goes to the journal. */
  z.object({ kind: z.literal('unchoose'), key: packageKeySchema, reason: longTextSchema.default('') }),
  z.object({ kind: z.literal('adjustRank'), adjustment: rankAdjustmentSchema }),
  z.object({ kind: z.literal('clearRank'), key: packageKeySchema, reason: longTextSchema.default('') }),
  /** Lets a package in doubt count. It overrules every earlier decision that took another one in its place. */
  z.object({ kind: z.literal('acceptPackage'), acceptance: acceptanceSchema }),
  /** The doubts are open again. The reason goes to the journal. */
  z.object({
    kind: z.literal('withdrawAcceptance'),
    key: packageKeySchema,
    reason: longTextSchema.default(''),
  }),
]);
export type DeskEdit = z.output<typeof deskEditSchema>;

/** Applies one edit of the desk. Pure: the caller gives the time (ISO 8601). */
export function applyDeskEdit(desk: Desk, edit: DeskEdit, now: string): Desk {
  return { ...changeDesk(desk, edit), updatedAt: now };
}

function changeDesk(desk: Desk, edit: DeskEdit): Desk {
  switch (edit.kind) {
    case 'setTitle':
      return { ...desk, title: edit.title };
    case 'setLevel':
      return { ...desk, level: edit.level };
    case 'setOffice':
      return { ...desk, office: edit.office || undefined };
    case 'setBody':
      return { ...desk, body: edit.body || undefined };
    case 'addBody':
      return { ...desk, bodies: distinctNames([...desk.bodies, edit.body]) };
    case 'removeBody':
      return { ...desk, bodies: desk.bodies.filter((body) => !isSameName(body, edit.body)) };
    case 'renameBody':
      return renameBody(desk, edit);
    case 'place':
      return withPlacements(desk, edit.keys, () => ({ body: edit.body, also: [] }), edit.body);
    case 'addRoute':
      return withPlacements(desk, edit.keys, (placement) => withRoute(placement, edit.body), edit.body);
    case 'settlePlacements': {
      const known = new Set(desk.placements.map(({ key }) => key));
      const settled = edit.placements.filter(({ key }) => !known.has(key));
      const placements = [...desk.placements, ...settled.map((each) => ({ ...each, also: [] }))];
      return { ...desk, placements, placedBySuperior: false };
    }
    case 'correct': {
      const { key, field, value, reason } = edit;
      const before = desk.corrections.find((each) => each.key === key) ?? { key };
      return { ...desk, corrections: put(desk.corrections, { ...before, [field]: { value, reason } }) };
    }
    case 'uncorrect':
      return { ...desk, corrections: desk.corrections.flatMap((each) => without(each, edit)) };
    case 'takeCampaign':
      return { ...desk, campaign: edit.campaign };
    case 'choose':
      return { ...desk, choices: put(desk.choices, edit.choice) };
    case 'unchoose':
      return { ...desk, choices: desk.choices.filter(({ key }) => key !== edit.key) };
    case 'adjustRank':
      return { ...desk, adjustments: put(desk.adjustments, edit.adjustment) };
    case 'clearRank':
      return { ...desk, adjustments: desk.adjustments.filter(({ key }) => key !== edit.key) };
    case 'acceptPackage':
      return { ...desk, acceptances: accept(desk.acceptances, edit.acceptance) };
    case 'withdrawAcceptance':
      return { ...desk, acceptances: desk.acceptances.filter(({ key }) => key !== edit.key) };
    default:
      return assertNever(edit);
  }
}

type Placed = Omit<Placement, 'key'>;

/** A body that the campaign does not list is on the desk's own list from then on. */
function withPlacements(
  desk: Desk,
  changed: readonly string[],
  place: (before: Placed) => Placed,
  body: string,
): Desk {
  const now = new Map(desk.placements.map((each) => [each.key, each]));
  for (const key of changed) now.set(key, { key, ...place(now.get(key) ?? { body: '', also: [] }) });
  const bodies = isListedBody(desk.campaign, body) ? desk.bodies : distinctNames([...desk.bodies, body]);
  return { ...desk, bodies, placements: [...now.values()] };
}

/** A package that lay under no body lies under this one. */
function withRoute({ body, also }: Placed, other: string): Placed {
  if (body === '') return { body: other, also };
  return { body, also: othersThan(body, [...also, other]) };
}

function othersThan(body: string, names: readonly string[]): string[] {
  return distinctNames(names).filter((name) => !isSameName(name, body));
}

function renameBody(desk: Desk, { from, to, keys: under }: Extract<DeskEdit, { kind: 'renameBody' }>): Desk {
  const named = (name: string): string => (bareName(name) === bareName(from) ? to : name);
  const moved = withPlacements(desk, under, ({ also }) => ({ body: to, also }), to);
  return {
    ...moved,
    bodies: distinctNames(moved.bodies.map(named)),
    placements: moved.placements.map(({ key, body, also }) => ({
      key,
      body: named(body),
      also: othersThan(named(body), also.map(named)),
    })),
  };
}

function without(
  correction: Desk['corrections'][number],
  { key, field }: Extract<DeskEdit, { kind: 'uncorrect' }>,
): Desk['corrections'] {
  if (correction.key !== key) return [correction];
  const left = { ...correction, [field]: undefined };
  return left.industry || left.region ? [left] : [];
}

function accept(list: readonly Acceptance[], acceptance: Acceptance): Acceptance[] {
  const { key } = acceptance;
  const others = list.map((each) => ({ ...each, instead: each.instead.filter((other) => other !== key) }));
  return put(others, acceptance);
}

function put<T extends { key: string }>(list: readonly T[], value: T): T[] {
  return list.some(({ key }) => key === value.key)
    ? list.map((each) => (each.key === value.key ? value : each))
    : [...list, value];
}
