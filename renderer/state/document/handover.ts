import * as z from 'zod';
import { dropLeft } from '../../ui/fields/drafts.tsx';

/** Edits that could not be saved, as they travel: the page's own words for `DocumentStep`. */
const handedOverSchema = z.object({
  ref: z.looseObject({ document: z.string() }),
  /** What the document is called; '' where it says nothing. */
  title: z.string().max(400).default(''),
  edits: z.array(z.object({ edit: z.unknown(), base: z.unknown().optional() })).max(10_000),
  /** The fields whose words are in the edits. */
  fields: z.array(z.string()).max(10_000).default([]),
});
export type HandedOver = z.output<typeof handedOverSchema>;

/** Behind the address: no program and no server ever sees it. */
const MARK = '#unsaved=';

const KEPT = 'biaobing-unsaved';

let arrived: HandedOver | undefined;

/** To be called once, before anything is opened: what the address of this page, or its first loading, brought along. */
export function arrive(): void {
  arrived = read();
}

function read(): HandedOver | undefined {
  const { hash, pathname } = window.location;
  if (hash.startsWith(MARK)) {
    // No bookmark may bring it back; loading this page again must.
    window.history.replaceState(null, '', pathname);
    sessionStorage.setItem(KEPT, hash.slice(MARK.length));
  }
  try {
    return handedOverSchema.safeParse(JSON.parse(decodeURIComponent(sessionStorage.getItem(KEPT) ?? '')))
      .data;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof URIError) return undefined;
    throw error;
  }
}

/** Characters of an address that every browser takes. */
const LONGEST = 1_000_000;

/**
 * Opens the program's new address beside this page with what is not saved; this page keeps it all, for the address may
 * be a wrong one. False where it is too much for an address.
 */
export function handOver(to: string, what: HandedOver): boolean {
  const isNothing = what.edits.length === 0;
  const address = isNothing ? to : to + MARK + encodeURIComponent(JSON.stringify(what));
  if (address.length > LONGEST) return false;
  window.open(address);
  return true;
}

/** What the page before this one could not save; absent where it left nothing, or it was taken up. */
export function unsavedBefore(): HandedOver | undefined {
  return arrived;
}

/** The edits for a document, once; what its kind does not know is none. */
export function takeUp<Edit>(ref: object, schema: z.ZodType<Edit>): { edit: Edit; base: unknown }[] {
  if (!arrived || JSON.stringify(sorted(arrived.ref)) !== JSON.stringify(sorted(ref))) return [];
  const { edits, fields } = arrived;
  arrived = undefined;
  sessionStorage.removeItem(KEPT);
  const known = edits.flatMap(({ edit: stored, base }) => {
    const edit = schema.safeParse(stored);
    return edit.success ? [{ edit: edit.data, base }] : [];
  });
  // What cannot be taken up is still in the words that were left.
  if (known.length === edits.length) dropLeft(fields);
  return known;
}

function sorted(ref: object): [string, unknown][] {
  return Object.entries(ref).sort(([a], [b]) => (a < b ? -1 : 1));
}
