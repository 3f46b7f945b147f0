import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { answerRequest } from '../../../../../../electron/services/import/parse/parse-request.ts';

const PAGE = (charset: string, rows = '<tr><td>台账<td>每缺1项扣1分<td>10') =>
  `<html><head><meta http-equiv=Content-Type content="text/html; charset=${charset}"></head><body><p>评分表</p>` +
  `<table><tr><th>内容<th>标准<th>分值${rows}</table></body></html>`;

/** 内容, 标准 and so on in GB2312, as offices' programs write them. */
const GB: Readonly<Record<string, string>> = {
  评分表: 'c6c0b7d6b1ed',
  台账: 'cca8d5cb',
  每缺: 'c3bfc8b1',
  项扣: 'cfeebfdb',
  内容: 'c4dac8dd',
  标准: 'b1ead7bc',
  分值: 'b7d6d6b5',
  分: 'b7d6',
};
function gb2312(text: string): Buffer {
  const words = new RegExp(`${Object.keys(GB).join('|')}|[\\x00-\\x7f]+`, 'gu');
  return Buffer.concat(
    [...text.matchAll(words)].map(([word]) =>
      GB[word] === undefined ? Buffer.from(word) : Buffer.from(GB[word], 'hex'),
    ),
  );
}

function quoted(bytes: Buffer): string {
  const text = [...bytes].map((byte) =>
    byte < 128 && byte !== 61
      ? String.fromCharCode(byte)
      : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`,
  );
  const lines: string[] = [];
  for (let at = 0; at < text.length; at += 40) lines.push(text.slice(at, at + 40).join(''));
  return lines.join('=\r\n');
}

const base64 = (bytes: Buffer): string => bytes.toString('base64').replace(/.{76}/g, '$&\r\n');

interface Part {
  readonly type: string;
  readonly encoding: string;
  readonly body: string;
}
function mht(parts: readonly Part[], { mark = '----=_NextPart_01', nl = '\r\n' } = {}): string {
  const all = parts.map(({ type, encoding, body }, at) =>
    [
      `--${mark}`,
      `Content-Location: file:///C:/x/part${at}.htm`,
      `Content-Transfer-Encoding: ${encoding}`,
      `Content-Type: ${type}`,
      '',
      body,
      '',
    ].join(nl),
  );
  const head = [
    'MIME-Version: 1.0',
    'X-Document-Type: Workbook',
    `Content-Type: multipart/related;${nl}\tboundary="${mark}"`,
    '',
    'This document is a Single File Web Page.',
    '',
  ].join(nl);
  return `${head}${nl}${all.join('')}--${mark}--${nl}`;
}

async function tablesOf(content: string | Buffer, name = '表.mht') {
  const folder = await mkdtemp(join(tmpdir(), 'biaobing-mht-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const path = join(folder, name);
  await writeFile(path, typeof content === 'string' ? Buffer.from(content, 'latin1') : content);
  return answerRequest({ kind: 'file', path });
}

const utf8 = (page: string): Buffer => Buffer.from(page, 'utf8');
const FRAMES: Part = {
  type: 'text/html; charset="utf-8"',
  encoding: '8bit',
  body: '<html><frameset><frame src="sheet001.htm"></frameset></html>',
};
const IMAGE: Part = { type: 'image/png', encoding: 'base64', body: base64(Buffer.from('no picture')) };

describe('a page in a single file', () => {
  it.each<[string, Part]>([
    [
      'base64 of UTF-8',
      { type: 'text/html; charset="utf-8"', encoding: 'base64', body: base64(utf8(PAGE('utf-8'))) },
    ],
    [
      'quoted-printable of GB2312',
      {
        type: 'text/html; charset="gb2312"',
        encoding: 'quoted-printable',
        body: quoted(gb2312(PAGE('gb2312'))),
      },
    ],
    [
      'GB2312 that only its headers name',
      {
        type: 'text/html; charset=gb2312',
        encoding: 'quoted-printable',
        body: quoted(gb2312(PAGE('gb2312').replace(/<meta[^>]*>/, ''))),
      },
    ],
    [
      '8 bits as they are',
      { type: 'text/html; charset=utf-8', encoding: '8bit', body: utf8(PAGE('utf-8')).toString('latin1') },
    ],
  ])('is read whatever it is written in: %s', async (_, part) => {
    for (const nl of ['\r\n', '\n']) {
      const reply = await tablesOf(mht([part, IMAGE], { nl }));
      if (!reply.ok || !('tables' in reply)) throw new Error(JSON.stringify(reply));
      expect(reply.tables).toHaveLength(1);
      expect(reply.tables[0]?.cells.map(({ text }) => text)).toEqual([
        ...['内容', '标准', '分值', '台账', '每缺1项扣1分', '10'],
      ]);
      expect(reply.tables[0]?.before).toEqual(['评分表']);
    }
  });

  it('has a table for each sheet that it frames', async () => {
    const sheet = (rows: string): Part => ({
      type: 'text/html; charset="utf-8"',
      encoding: 'base64',
      body: base64(utf8(PAGE('utf-8', rows))),
    });
    const reply = await tablesOf(
      mht([FRAMES, sheet('<tr><td>甲<td>乙<td>1'), sheet('<tr><td>丙<td>丁<td>2')]),
    );
    if (!reply.ok || !('tables' in reply)) throw new Error(JSON.stringify(reply));
    expect(reply.tables.map(({ id, cells }) => [id, cells.at(-3)?.text])).toEqual([
      ['1', '甲'],
      ['2', '丙'],
    ]);
  });

  const whole = mht([
    { type: 'text/html; charset="utf-8"', encoding: 'base64', body: base64(utf8(PAGE('utf-8'))) },
  ]);
  it.each<[string, string, string]>([
    ['no page in it', mht([IMAGE]), 'import-damaged'],
    ['a page without a table', mht([FRAMES]), 'import-no-table'],
    ['cut off in its headers', whole.slice(0, 60), 'import-damaged'],
    ['no boundary', whole.replace(/boundary="[^"]*"/, ''), 'import-damaged'],
    [
      'parts in parts in parts',
      `MIME-Version: 1.0\r\n${'Content-Type: multipart/mixed; boundary=a\r\n\r\n--a\r\n'.repeat(2000)}`,
      'import-damaged',
    ],
  ])('is refused with words where there is %s', async (_, content, code) => {
    expect(await tablesOf(content)).toMatchObject({ ok: false, failure: { code } });
  });

  it('that is cut anywhere ends in tables or in words', async () => {
    for (let at = 0; at < whole.length; at += 37) {
      const reply = await tablesOf(whole.slice(0, at));
      if (!reply.ok) expect(reply.failure.code).toMatch(/^import-/);
    }
  });
});

it('a PDF is refused with a way out', async () => {
  const reply = await tablesOf('%PDF-1.7\n%âãÏÓ\n', '标准.pdf');
  expect(reply).toMatchObject({ ok: false, failure: { code: 'import-other-kind' } });
  if (!reply.ok) expect(reply.failure.remedy).toContain('Word 或 Excel 电子版');
});
