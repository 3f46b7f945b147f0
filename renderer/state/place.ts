import { wasReloaded } from '../ui/call/page-id.ts';
import * as z from 'zod';
import { useArea } from '../ui/area-store.ts';
import { type Screen, useAssessment } from './assessment-store.ts';
import { type DeskScreen, useDesk } from './desk-store.ts';
import type { AnyDocumentStore } from './document/document-state.ts';
import { useCampaignDraft } from './campaign-store.ts';
import { useImport } from './import-store.ts';
import { useReview, type VerifyPart } from './review-store.ts';
import { useYear, type YearScreen } from './year-store.ts';
import { type RollupScreen, useRollup } from './rollup-store.ts';

const named = <Name extends string>() => z.custom<Name>((value) => typeof value === 'string');
const code = z.string().optional();

/** Where the user is: an area, what is open in it, which of its screens, which entry. */
const placeSchema = z.object({
  area: z.string(),
  inner: z.string().optional(),
  assessment: z.object({ id: z.string(), screen: named<Screen>(), code }).optional(),
  desk: z
    .object({
      id: z.string(),
      screen: named<DeskScreen>(),
      verifying: z.object({ key: z.string(), part: named<VerifyPart>(), code }).optional(),
    })
    .optional(),
  import: z.object({ id: z.string() }).optional(),
  campaign: z.object({ id: z.string() }).optional(),
  year: z.object({ id: z.string(), screen: named<YearScreen>() }).optional(),
  rollup: z.object({ id: z.string(), screen: named<RollupScreen>() }).optional(),
});
export type Place = z.output<typeof placeSchema>;

/** A place as an entry of the page's history holds it, and how many of the program's own lie before it. */
const entrySchema = z.object({ place: placeSchema, depth: z.int().min(0) });
export type PlaceEntry = z.output<typeof entrySchema>;

export function readEntry(state: unknown): PlaceEntry | undefined {
  return entrySchema.safeParse(state).data;
}

const KEPT = 'biaobing-place';

/** Where this page is; after a crash, which takes the state of its history along, where it was. */
export function entryNow(): PlaceEntry | undefined {
  return readEntry(history.state) ?? (wasReloaded() ? readEntry(keptEntry()) : undefined);
}

/** Kept beside the history. */
export function keepEntry(entry: PlaceEntry): void {
  sessionStorage.setItem(KEPT, JSON.stringify(entry));
}

function keptEntry(): unknown {
  try {
    return JSON.parse(sessionStorage.getItem(KEPT) ?? 'null');
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** The stores that a place is made of. */
export const PLACE_STORES = [
  useArea,
  useAssessment,
  useDesk,
  useReview,
  useImport,
  useCampaignDraft,
  useYear,
  useRollup,
] as const;

/** Undefined on the way to a place. */
export function placeNow(): Place | undefined {
  const { ref, open, screen, selectedCode } = useAssessment.getState();
  if (ref && open)
    return { area: 'home', assessment: { id: ref.id, screen, ...(selectedCode && { code: selectedCode }) } };
  const { area, inner } = useArea.getState();
  const desk = useDesk.getState();
  if (area === 'desk' && desk.ref && desk.open) {
    const place = { id: desk.ref.id, screen: desk.screen };
    if (desk.verifying === undefined) return { area, desk: place };
    const verifying = reviewNow(desk.verifying);
    return verifying && { area, desk: { ...place, verifying } };
  }
  const draft = useImport.getState();
  if (area === 'standards' && draft.ref && draft.open) return { area, import: { id: draft.ref.id } };
  const made = useCampaignDraft.getState();
  if (area === 'standards' && made.ref && made.open) return { area, campaign: { id: made.ref.id } };
  const year = useYear.getState();
  if (area === 'registers' && year.ref && year.open) {
    return { area, year: { id: year.ref.id, screen: year.screen } };
  }
  const rollup = useRollup.getState();
  if (area === 'registers' && rollup.ref && rollup.open) {
    return { area, inner, rollup: { id: rollup.ref.id, screen: rollup.screen } };
  }
  return { area, ...(inner !== undefined && { inner }) };
}

function reviewNow(key: string) {
  const { ref, open, part, selectedCode } = useReview.getState();
  if (ref?.key !== key || !open) return undefined;
  return { key, part, ...(selectedCode && { code: selectedCode }) };
}

export function isSamePlace(a: Place, b: Place): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** The same but for the entry that is shown: going through a list is no way that one goes back step by step. */
export function isSameScreen(a: Place, b: Place): boolean {
  return isSamePlace(withoutCode(a), withoutCode(b));
}

function withoutCode({ assessment, desk, ...rest }: Place): Place {
  return {
    ...rest,
    ...(assessment && { assessment: { ...assessment, code: undefined } }),
    ...(desk && {
      desk: { ...desk, ...(desk.verifying && { verifying: { ...desk.verifying, code: undefined } }) },
    }),
  };
}

type Close = (store: AnyDocumentStore, how?: { readonly leaving: string }) => Promise<boolean>;

/** Closes what is open elsewhere, each with its question, and opens what lies there. False where the user stays. Throws ApiFailure. */
export async function goToPlace(to: Place, close: Close): Promise<boolean> {
  if (!(await leaveFor(to, close))) return false;
  const { goTo, show } = useArea.getState();
  goTo(to.area);
  show(to.inner);
  if (to.assessment) {
    const { id, screen, code: at } = to.assessment;
    if (useAssessment.getState().open === undefined) await useAssessment.getState().openAssessment(id);
    useAssessment.getState().goTo(screen, at);
  }
  if (to.desk) await goToDesk(to.desk);
  if (to.import && useImport.getState().open === undefined) await useImport.getState().load(to.import.id);
  if (to.campaign && useCampaignDraft.getState().open === undefined)
    await useCampaignDraft.getState().openRef({ document: 'campaign', id: to.campaign.id });
  if (to.year) {
    if (useYear.getState().open === undefined) await useYear.getState().openYear(to.year.id);
    useYear.getState().goTo(to.year.screen);
  }
  if (to.rollup) {
    if (useRollup.getState().open === undefined) await useRollup.getState().openRollup(to.rollup.id);
    useRollup.getState().goTo(to.rollup.screen);
  }
  return true;
}

/** Closes what is open elsewhere, each with its question. False where the user stays. Throws ApiFailure. */
export async function leaveFor(to: Place, close: Close): Promise<boolean> {
  const isElsewhere = (id: string | undefined, wanted: string | undefined) =>
    id !== undefined && id !== wanted;
  const { ref: assessment } = useAssessment.getState();
  const { ref: desk, verifying } = useDesk.getState();
  const { ref: draft } = useImport.getState();
  if (isElsewhere(assessment?.id, to.assessment?.id) && !(await close(useAssessment, { leaving: '回首页' })))
    return false;
  const wanted = to.desk?.id === desk?.id ? to.desk?.verifying?.key : undefined;
  if (isElsewhere(verifying, wanted)) {
    if (!(await close(useReview, { leaving: '返回' }))) return false;
    useDesk.getState().leaveVerifying();
  }
  if (isElsewhere(desk?.id, to.desk?.id) && !(await close(useDesk))) return false;
  const { ref: made } = useCampaignDraft.getState();
  if (isElsewhere(made?.id, to.campaign?.id) && !(await close(useCampaignDraft))) return false;
  const { ref: year } = useYear.getState();
  if (isElsewhere(year?.id, to.year?.id) && !(await close(useYear))) return false;
  const { ref: rollup } = useRollup.getState();
  if (isElsewhere(rollup?.id, to.rollup?.id) && !(await close(useRollup))) return false;
  return !isElsewhere(draft?.id, to.import?.id) || close(useImport);
}

async function goToDesk({ id, screen, verifying }: NonNullable<Place['desk']>): Promise<void> {
  if (useDesk.getState().open === undefined) await useDesk.getState().openDesk(id);
  useDesk.getState().goTo(screen);
  if (!verifying) return;
  const { key, part, code: at } = verifying;
  if (useDesk.getState().verifying === key) useReview.getState().goTo(part, at);
  else useDesk.getState().verify(key, { part, code: at });
}
