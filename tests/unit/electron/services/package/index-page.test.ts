import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { openPackage } from '../../../../../electron/services/assessment/open-package.ts';
import { Forgery } from './forge.ts';
import { exportFixture, makeFixture, tempFolder } from './fixture.ts';
import { awkward } from './awkward.ts';

const INDEX = 'data/目录.html';

async function pageOf(fixture: Awaited<ReturnType<typeof makeFixture>>, mode: 'final' | 'draft' = 'final') {
  const exported = await exportFixture(fixture, { mode });
  const bag = await Forgery.of(exported.file);
  const page = await bag.read(INDEX);
  const rows = page.match(/<tr>.*?<\/tr>/gsu) ?? [];
  return {
    exported,
    bag,
    page,
    rows,
    rowOf: (code: string) => rows.find((row) => row.includes(`>${code}</td>`)),
  };
}

describe('目录.html', () => {
  it('names whose it is, marked as its package, and every item in the standard’s order', async () => {
    const { page, rowOf } = await pageOf(await makeFixture(), 'draft');
    expect(page).toContain('<html lang="zh-CN">');
    expect(page).toContain('<title>【自查】【草稿】佐证材料目录　示例市示例区城市管理局</title>');
    expect(page).toContain('<h1>【自查】【草稿】佐证材料目录</h1>');
    const order = [...page.matchAll(/<td class="code">([^<]+)<\/td>/gu)].map(([, code]) => code);
    expect(order).toEqual(['1.1', '1.2']);
    expect(rowOf('1.1')).not.toContain('材料见');
    expect(rowOf('1.2')).toContain('另有材料见评分项1.1');
    expect(page.indexOf('未对应评分项的材料')).toBeGreaterThan(page.indexOf('>1.2<'));
    expect(page.indexOf('汇报材料')).toBeLessThan(page.indexOf('>1.1<'));
  });

  it('names the document by which a unit was listed, where it is to be accepted', async () => {
    const { assessment } = await makeFixture();
    const unit = { ...assessment.unit, cultivation: { document: '测字〔2026〕3号', date: '2026-03-01' } };
    const of = async (kind: 'acceptance' | 'practice') => {
      const fixture = await makeFixture({ unit, campaign: { ...assessment.campaign, kind } });
      return (await pageOf(fixture)).page;
    };
    expect(await of('acceptance')).toContain('培育对象：测字〔2026〕3号，2026-03-01');
    expect(await of('practice')).not.toContain('培育对象');
  });

  it('says so of an item without evidence', async () => {
    const fixture = await makeFixture();
    const entries = {
      ...fixture.assessment.entries,
      '1.2': { ...fixture.assessment.entries['1.2']!, evidence: [] },
    };
    const { rowOf } = await pageOf({ ...fixture, assessment: { ...fixture.assessment, entries } });
    expect(rowOf('1.2')).toContain('本项没有佐证材料');
  });

  it('leads to every file of the package, whatever its name, and nowhere else', async () => {
    const { bag, page } = await pageOf(await awkward());
    const base = pathToFileURL(join(bag.root, INDEX));
    const targets = [...page.matchAll(/href="([^"]*)"/gu)].map(
      ([, href = '']) => new URL(href.replaceAll('&#39;', "'").replaceAll('&amp;', '&'), base),
    );
    expect(targets.every(({ protocol, search, hash }) => protocol === 'file:' && search + hash === '')).toBe(
      true,
    );
    const found = new Set(targets.map((url) => fileURLToPath(url)));
    expect([...found].filter((path) => !existsSync(path))).toEqual([]);
    const files = (await bag.files()).filter((path) => /^data\/(佐证|汇报)材料\//u.test(path));
    expect([...found].sort()).toEqual(files.map((path) => join(bag.root, path)).sort());
  });

  it('holds nothing that runs or loads, whatever a name says', async () => {
    const { page } = await pageOf(await awkward());
    expect(page).not.toMatch(/<script|<img|<iframe|<link|https?:|href="(?!佐证材料\/|汇报材料\/)/iu);
    expect(page).toContain('&lt;img src=x');
    expect(page).not.toContain('\u202e');
    expect(page).toContain("default-src 'none'");
  });

  it('is no evidence: the package opens again without it', async () => {
    const { exported } = await pageOf(await makeFixture());
    const { assessment } = await openPackage(exported.file, join(await tempFolder(), 'opened'));
    expect(assessment.evidence.map(({ fileName }) => fileName)).not.toContain('目录.html');
    expect(assessment.evidence).toHaveLength(6);
  });
});
