import { describe, expect, it } from 'vitest';
import { readHtmlTables } from '../../../../../electron/services/import/read-source.ts';
import type { SourceTable } from '../../../../../shared/tables/source-table.ts';
import { readHere } from './reader.ts';

/** Of each table its first text, what stands before it, and behind the last. */
async function around(html: string): Promise<(readonly [string, readonly string[], readonly string[]])[]> {
  const tables = await readHtmlTables(html, { spawnReader: readHere });
  return tables.map(({ cells, before = [], after = [] }) => [cells[0]!.text, before, after]);
}

const table = (name: string): string => `<table><tr><td>${name}</td><td>分值</td></tr></table>`;

describe('the paragraphs around the tables of a page', () => {
  it('stand with the table that they precede, those at the end with the last', async () => {
    const html = `<html><head><title>下载</title><style>p{}</style></head><body><h1>清河县评价标准</h1>
      <p>清标〔2026〕8号</p>${table('甲')}<p>一、90分以上的，<br>为合格。</p>${table('乙')}
      <div>二、有下列情形的，不得推荐：</div><ol><li>弄虚作假<li>发生重大事故</ol><p>&nbsp;</p>注：满分 <b>100</b> 分</body></html>`;
    expect(await around(html)).toStrictEqual([
      ['甲', ['清河县评价标准', '清标〔2026〕8号'], []],
      [
        '乙',
        ['一、90分以上的，\n为合格。'],
        ['二、有下列情形的，不得推荐：', '1.弄虚作假', '2.发生重大事故', '注：满分 100 分'],
      ],
    ]);
  });

  it('are lines where the page has no paragraphs, and captions', async () => {
    const html = `<div>标题<br><br>说 <span>明</span><div>内层</div>外层</div>
      <table><caption>表一 评分表</caption><tr><td>甲</td></tr></table>`;
    expect(await around(html)).toStrictEqual([['甲', ['标题', '说 明', '内层', '外层', '表一 评分表'], []]]);
  });

  it('are not what the page hides', async () => {
    const html = `<script>var a</script><p style="display:none">藏</p><div hidden>藏<p>藏</p></div>
      <p>见<span style="display: none">藏</span><del>旧</del>的<comment>批注</comment></p>${table('甲')}<template><p>藏</p></template>`;
    expect(await around(html)).toStrictEqual([['甲', ['见的'], []]]);
  });

  it('go over tables that only lay out, over empty ones, and not into cells', async () => {
    const html = `<table><tr><td><p>页首</p>${table('甲')}<p>其后</p></td></tr></table>
      <table><tr><td></td></tr></table><p>再后</p>
      <table><tr><td>乙<p>格内</p>${table('内')}</td><td>分值</td></tr></table><table><tr><td> </td></tr></table>尾`;
    expect(await around(html)).toStrictEqual([
      ['甲', ['页首'], []],
      ['乙\n格内\n内 分值', ['其后', '再后'], ['尾']],
      ['内', [], []],
    ]);
  });

  it('have the footnotes, whose marks are no part of a score', async () => {
    const html = `<table><tr><td>5<a class="sdfootnoteanc" href="#sdfootnote1sym"><sup>1</sup></a></td><td><a
      href="#_ftn1">[1]</a>甲<a href="#甲">乙</a></td></tr></table><div><a href="#sdfootnote1anc">1</a>不足一年的按月计。</div>`;
    expect(await around(html)).toStrictEqual([['5', [], ['不足一年的按月计。']]]);
    const [{ cells }] = (await readHtmlTables(html, { spawnReader: readHere })) as [SourceTable];
    expect(cells[1]!.text).toBe('甲乙');
  });

  it('are told to be cut where they are too many or too long', async () => {
    const html = `${Array.from({ length: 500 }, (_, at) => `<p>第${at}段</p>`).join('')}${table('甲')}<p>${'长'.repeat(5000)}</p>`;
    const [[, before, after]] = (await around(html)) as [Awaited<ReturnType<typeof around>>[number]];
    expect([before.length, before[199], before[200], before.at(-2)]).toStrictEqual([
      401,
      '第199段',
      '第300段',
      '第499段',
    ]);
    expect(before.at(-1)).toBe('（表格外的文字太多，中间 100 段没有读取）');
    expect(after).toStrictEqual([`${'长'.repeat(4000)}…（这一段太长，只读取了前 4000 字）`]);
  });
});
