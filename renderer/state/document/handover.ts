import * as z from 'zod';

/** Edits that could not be saved, as they travel: the page's own words for `DocumentStep`. */
const handedOverSchema = z.object({
  ref: z.looseObject({ document: z.string() }),
  edits: z.array(z.object({ edit: z.unknown(), base: z.unknown().optional() })).max(10_000),
});
export type HandedOver = z.output<typeof handedOverSchema>;

/** A window keeps its name when it goes to another address of the same computer; nothing else does. */
const MARK = 'biaobing-unsaved:';

let arrived = read();

function read(): HandedOver | undefined {
  if (!window.name.startsWith(MARK)) return undefined;
  const text = window.name.slice(MARK.length);
  window.name = '';
  try {
    return handedOverSchema.safeParse(JSON.parse(text)).data;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Takes what is not saved along to the program's new address. */
export function handOver(to: string, what: HandedOver): void {
  window.name = MARK + JSON.stringify(what);
  window.location.assign(to);
}

/** True while the page goes to another address with what is not saved. */
export function isHandedOver(): boolean {
  return window.name.startsWith(MARK);
}

/** What the page before this one could not save; absent where it left nothing, or it was taken up. */
export function unsavedBefore(): HandedOver | undefined {
  return arrived;
}

/** The edits for a document, once. */
export function takeUp(ref: object): HandedOver['edits'] {
  if (!arrived || JSON.stringify(sorted(arrived.ref)) !== JSON.stringify(sorted(ref))) return [];
  const { edits } = arrived;
  arrived = undefined;
  return edits;
}

function sorted(ref: object): [string, unknown][] {
  return Object.entries(ref).sort(([a], [b]) => (a < b ? -1 : 1));
}
