import Docxtemplater from 'docxtemplater';
import PizZip from 'pizzip';
import type { PaperValues } from '../../../shared/papers/fields.ts';
import { cellText } from '../sheets/text.ts';
import { zipParts } from '../sheets/deterministic.ts';
import type { TemplateParts } from './read-template.ts';
import { syntaxFaults } from './syntax-faults.ts';
import { nameFaults } from './name-faults.ts';
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
  return [...new Set(faults)];
}

/** The filled .docx. Only for a template without faults; throws docxtemplater's errors. */
export async function fillTemplate(parts: TemplateParts, values: PaperValues): Promise<Buffer> {
  const document = compiled(parts);
  document.render(printable(values));
  const { files } = document.getZip();
  const names = Object.keys(files).filter((name) => files[name]?.dir === false);
  // The list of the parts first, where programs look for it.
  const ordered = names.sort((a, b) => Number(b === TYPES) - Number(a === TYPES) || (a < b ? -1 : 1));
  return zipParts(
    ordered.map((name) => [name, Buffer.from(files[name]?.asUint8Array() ?? [])] as const),
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
