import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mammoth from 'mammoth';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fillTemplate, remarksOf } from '../../electron/services/papers/fill-template.ts';
import { wholeTemplate } from '../../electron/services/papers/own-templates.ts';
import {
  KINDS,
  paperCases,
  paperOf,
  shippedBytes,
  valuesOf,
} from '../unit/electron/services/papers/fixture.ts';
import { needs } from './system-tools.ts';

/** A4 in points, either way; what LibreOffice rounds away. */
const A4 = [595, 842];

describe.skipIf(!needs('soffice'))('opened by LibreOffice', () => {
  let folder = '';
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'papers-office-'));
    const files: string[] = [];
    for (const { name, assessment } of await paperCases()) {
      for (const kind of KINDS) {
        const file = join(folder, `${name}-${kind}.docx`);
        writeFileSync(file, await paperOf(kind, assessment));
        files.push(file);
      }
    }
    convert('pdf', folder, files);
    const templates = KINDS.map((kind) => join(folder, `${kind}.docx`));
    for (const [at, file] of templates.entries()) writeFileSync(file, shippedBytes(KINDS[at]!));
    convert('docx', join(folder, 'saved-again'), templates);
  }, 180_000);

  function convert(format: string, to: string, files: readonly string[]): void {
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const args = [profile, '--headless', '--convert-to', format, '--outdir', to, ...files];
    const done = spawnSync('soffice', args, { encoding: 'utf8' });
    if (done.status !== 0) throw new Error(`soffice: ${done.stderr}`, { cause: done.error });
  }

  afterAll(() => rmSync(folder, { recursive: true }));

  /** Each page's size in points and its text. */
  async function pagesOf(name: string): Promise<{ size: number[]; text: string }[]> {
    const data = new Uint8Array(await readFile(join(folder, `${name}.pdf`)));
    const pdf = await getDocument({ data, verbosity: 0 }).promise;
    return Promise.all(
      Array.from({ length: pdf.numPages }, async (_, index) => {
        const page = await pdf.getPage(index + 1);
        const [x = 0, y = 0, width = 0, height = 0] = page.view;
        const { items } = await page.getTextContent();
        const text = items.map((item) => ('str' in item ? item.str : '')).join('');
        const size = [Math.round(width - x), Math.round(height - y)].sort((a, b) => a - b);
        return { size, text: text.normalize('NFKC').replace(/\s+/g, '') };
      }),
    );
  }

  test.each(['sample', 'empty', 'full', 'long'].flatMap((name) => KINDS.map((kind) => `${name}-${kind}`)))(
    '%s: A4, each page headed and numbered',
    async (name) => {
      const pages = await pagesOf(name);
      for (const [at, { size, text }] of pages.entries()) {
        expect(size).toEqual(A4);
        expect(text).toContain('参考格式');
        expect(text).toContain(`第${at + 1}页共${pages.length}页`);
      }
    },
  );

  test.each(KINDS)(
    'our template of %s that it saved again is an own template without a fault',
    async (kind) => {
      const bytes = await readFile(join(folder, 'saved-again', `${kind}.docx`));
      const parts = await wholeTemplate(kind, bytes);
      expect(remarksOf(parts)).toEqual([]);
      const { assessment } = (await paperCases()).find(({ name }) => name === 'long')!;
      const values = { ...valuesOf(kind, assessment, 'with'), 文书名称: '模板' };
      const { value } = await mammoth.extractRawText({ buffer: await fillTemplate(parts, values) });
      expect(value).not.toMatch(/^模板/);
      if (kind === 'application') expect(value).toMatch(/^\s*示范点验收申请表/);
    },
  );

  test('the head of a table stands on every page of it', async () => {
    const pages = await pagesOf('full-evidence');
    expect(pages.length).toBeGreaterThan(2);
    for (const { text } of pages) expect(text).toContain('形成日期');
  });

  test('an ordinary paper is as long as it should be', async () => {
    expect(await pagesOf('full-application')).toHaveLength(2);
    expect(await pagesOf('full-pledge')).toHaveLength(1);
    expect(await pagesOf('full-report')).toHaveLength(3);
  });
});
