import * as z from 'zod';

/** Edits that could not be saved, as they travel: the page's own words for `DocumentStep`. */
const handedOverSchema = z.object({
  ref: z.looseObject({ document: z.string() }),
  edits: z.array(z.object({ edit: z.unknown(), base: z.unknown().optional() })).max(10_000),
});
export type HandedOver = z.output<typeof handedOverSchema>;

/** Behind the address: no program and no server ever sees it. */
const MARK = '#unsaved=';

let arrived = read();
let going = false;

function read(): HandedOver | undefined {
  const { hash, pathname } = window.location;
  if (!hash.startsWith(MARK)) return undefined;
  // Neither loading again nor a bookmark may bring it back.
  window.history.replaceState(null, '', pathname);
  try {
    return handedOverSchema.safeParse(JSON.parse(decodeURIComponent(hash.slice(MARK.length)))).data;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof URIError) return undefined;
    throw error;
  }
}

/** Takes what is not saved along to the program's new address. */
export function handOver(to: string, what: HandedOver): void {
  going = true;
  window.location.assign(to + MARK + encodeURIComponent(JSON.stringify(what)));
}

/** True while the page goes to another address with what is not saved. */
export function isHandedOver(): boolean {
  return going;
}

/** What the page before this one could not save; absent where it left nothing, or it was taken up. */
export function unsavedBefore(): HandedOver | undefined {
  return arrived;
}

/** The edits for a document, once; what its kind does not know is none. */
export function takeUp<Edit>(ref: object, schema: z.ZodType<Edit>): { edit: Edit; base: unknown }[] {
  if (!arrived || JSON.stringify(sorted(arrived.ref)) !== JSON.stringify(sorted(ref))) return [];
  const { edits } = arrived;
  arrived = undefined;
  return edits.flatMap(({ edit: stored, base }) => {
    const edit = schema.safeParse(stored);
    return edit.success ? [{ edit: edit.data, base }] : [];
  });
}

function sorted(ref: object): [string, unknown][] {
  return Object.entries(ref).sort(([a], [b]) => (a < b ? -1 : 1));
}
