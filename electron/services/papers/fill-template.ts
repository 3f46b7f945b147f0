import Docxtemplater from 'docxtemplater';
import PizZip from 'pizzip';
import { LOOP_FIELDS, type PaperValues, SWITCH_FIELDS, TEXT_FIELDS } from '../../../shared/papers/fields.ts';
import { cellText } from '../sheets/text.ts';
import { zipParts } from '../sheets/deterministic.ts';
import type { TemplateParts } from './read-template.ts';
import { syntaxFaults } from './syntax-faults.ts';
import { nameFaults } from './name-faults.ts';
import { isWellFormed, isXml } from './well-formed.ts';
import { paragraphsOf } from './template-text.ts';

/** Same input, same bytes: the parts bear this day, whenever they were made. */
const DAY = '2000-01-01';

/** Every fault of a template, one Chinese sentence each with its place; empty where it can be filled. */
export function faultsOf(parts: TemplateParts): string[] {
  const paragraphs = [...parts].flatMap(([name, content]) =>
    /^(word\/[^/]+|docProps\/[^/]+)\.xml$/.test(name) ? paragraphsOf(name, content.toString('utf8')) : [],
  );
  const faults = nameFaults(paragraphs);
  try {
    compiled(parts);
  } catch (error) {
    faults.push(...syntaxFaults(error, paragraphs));
  }
  if (faults.length === 0 && !TRIALS.every((values) => isWhole(rendered(parts, values)))) {
    faults.push(
      '有循环或条件拆开了表格，生成的文书会打不开；【#…】和【/…】要写在同一个单元格、同一行，或都写在表格外',
    );
  }
  return [...new Set(faults)];
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

/** The filled .docx. Only for a template without faults; throws docxtemplater's errors, and BrokenPaper. */
export async function fillTemplate(parts: TemplateParts, values: PaperValues): Promise<Buffer> {
  const files = rendered(parts, printable(values) as object);
  if (!isWhole(files)) throw new BrokenPaper();
  // The list of the parts first, where programs look for it.
  const ordered = [...files.keys()].sort(
    (a, b) => Number(b === TYPES) - Number(a === TYPES) || (a < b ? -1 : 1),
  );
  return zipParts(
    ordered.map((name) => [name, files.get(name) ?? Buffer.alloc(0)] as const),
    DAY,
  );
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
  if (typeof value === 'string') return cellText(value);
  if (Array.isArray(value)) return value.map(printable);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, printable(inner)]));
}
