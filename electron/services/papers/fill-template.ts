import Docxtemplater from 'docxtemplater';
import PizZip from 'pizzip';
import { LOOP_FIELDS, SWITCH_FIELDS, TEXT_FIELDS } from '../../../shared/papers/fields.ts';
import { LINE_BREAK } from '../../../shared/papers/line-breaks.ts';
import { cellText } from '../sheets/text.ts';
import { zipParts } from '../sheets/deterministic.ts';
import type { TemplateParts } from './read-template.ts';
import { textFaults, textRemarks } from './template-faults.ts';
import { textsOf } from './template-text.ts';
import { isWellFormed, isXml } from './well-formed.ts';

/** Same input, same bytes: the parts bear this day, whenever they were made. */
const DAY = '2000-01-01';

/** Every fault of a template, one Chinese sentence each with its place; empty where it can be filled. */
export function faultsOf(parts: TemplateParts): string[] {
  const faults = textFaults(textsOf(parts));
  return faults.length > 0 ? [...new Set(faults)] : trialFaults(parts);
}

/** What bars nothing, one Chinese sentence each. */
export function remarksOf(parts: TemplateParts): string[] {
  return textRemarks(textsOf(parts));
}

const SPLIT =
  '有循环或条件拆开了表格，生成的文书会打不开；【#…】和【/…】要写在同一个单元格、同一行，或都写在表格外';
const UNREADABLE =
  '程序读不出这份模板的结构，填不进去；请在 WPS 或 Word 里新建一个文档，把内容复制过去，另存为 .docx 后再添加';

/** The last net: a template of anybody's, in which docxtemplater may find what its text does not tell. */
function trialFaults(parts: TemplateParts): string[] {
  try {
    return TRIALS.every((values) => isWhole(rendered(parts, values))) ? [] : [SPLIT];
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const tags = tagsIn(error);
    return tags.length === 0
      ? [UNREADABLE]
      : [...new Set(tags.map((tag) => `【${tag}】：这里的循环或条件放不下；${SPLIT}`))];
  }
}

/** The tags that an error of docxtemplater's is about, however deep they lie in it. */
function tagsIn(error: unknown): string[] {
  if (!(error instanceof Error) || !('properties' in error)) return [];
  const { errors, xtag } = error.properties as {
    readonly errors?: readonly unknown[];
    readonly xtag?: unknown;
  };
  return [...(errors ?? []).flatMap(tagsIn), ...(typeof xtag === 'string' && xtag !== '' ? [xtag] : [])];
}

/** Every loop with two rows and every condition met, and none of it. */
const TRIALS: readonly object[] = [
  {
    ...named(Object.keys(TEXT_FIELDS), '字'),
    ...named(Object.keys(SWITCH_FIELDS), true),
    ...Object.fromEntries(Object.entries(LOOP_FIELDS).map(([name, loop]) => [name, twoRows(loop)])),
  },
  {},
];

function named(names: readonly string[], value: unknown): Readonly<Record<string, unknown>> {
  return Object.fromEntries(names.map((name) => [name, value]));
}

function twoRows(loop: {
  readonly fields: object;
  readonly inner?: Readonly<Record<string, typeof loop>>;
}): object[] {
  const row = {
    ...named(Object.keys(loop.fields), '字'),
    ...Object.fromEntries(Object.entries(loop.inner ?? {}).map(([name, inner]) => [name, twoRows(inner)])),
  };
  return [row, row];
}

function isWhole(files: Rendered): boolean {
  return [...files].every(([name, content]) => !isXml(name) || isWellFormed(content));
}

type Rendered = ReadonlyMap<string, Buffer>;

function rendered(parts: TemplateParts, values: object): Rendered {
  const document = compiled(parts);
  document.render(values);
  const { files } = document.getZip();
  return new Map(
    Object.entries(files)
      .filter(([, file]) => !file.dir)
      .map(([name, file]) => [name, Buffer.from(file.asUint8Array())]),
  );
}

/** What was made of a template is no document that Word opens. */
export class BrokenPaper extends Error {}

/**
 * The filled .docx, by the names of its template: PaperValues for a paper. Only for a template without faults; throws
 * BrokenPaper, and RangeError where it grows too large.
 */
export async function fillTemplate(
  parts: TemplateParts,
  values: Readonly<Record<string, unknown>>,
): Promise<Buffer> {
  const files = wholeOf(parts, printable(values) as object);
  // The list of the parts first, where programs look for it.
  const ordered = [...files.keys()].sort(
    (a, b) => Number(b === TYPES) - Number(a === TYPES) || (a < b ? -1 : 1),
  );
  return zipParts(
    ordered.map((name) => [name, files.get(name) ?? Buffer.alloc(0)] as const),
    DAY,
  );
}

function wholeOf(parts: TemplateParts, values: object): Rendered {
  let files: Rendered;
  try {
    files = rendered(parts, values);
  } catch (cause) {
    // Longer than a text of JavaScript can be.
    if (cause instanceof RangeError) throw cause;
    throw new BrokenPaper('docxtemplater refuses the template', { cause });
  }
  if (!isWhole(files)) throw new BrokenPaper('no document that Word opens');
  return files;
}

const TYPES = '[Content_Types].xml';

function compiled(parts: TemplateParts): Docxtemplater<PizZip> {
  const zip = new PizZip();
  for (const [name, content] of parts) zip.file(name, content);
  return new Docxtemplater(zip, {
    delimiters: { start: '【', end: '】' },
    paragraphLoop: true,
    linebreaks: true,
    // No expressions: a name is looked up, and nothing is run.
    parser: (tag) => ({
      get: (scope: unknown) => {
        const name = tag.trim();
        return typeof scope === 'object' && scope !== null && Object.hasOwn(scope, name)
          ? (scope as Record<string, unknown>)[name]
          : undefined;
      },
    }),
    nullGetter: () => '',
    errorLogging: false,
  });
}

/** All texts without what XML forbids. */
function printable(value: unknown): unknown {
  if (typeof value === 'string') return cellText(value.split(LINE_BREAK).join('\n'));
  if (Array.isArray(value)) return value.map(printable);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, printable(inner)]));
}
