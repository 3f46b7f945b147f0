import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { repository } from '../repository.ts';

const PAGES = join(repository, 'dist/renderer');

/** Every script that the page loads before it draws: those of index.html and what they import statically. */
function firstScripts(): Map<string, string> {
  const html = readFileSync(join(PAGES, 'index.html'), 'utf8');
  const found = new Map<string, string>();
  const take = (path: string): void => {
    if (found.has(path)) return;
    const text = readFileSync(join(PAGES, path), 'utf8');
    found.set(path, text);
    // Minified: `import{a}from"./b.js"` and `import"./b.js"`; a dynamic import has a bracket.
    for (const [, name] of text.matchAll(/(?:from|import)\s*["`]\.\/([^"`]+\.js)["`]/g))
      take(`assets/${name}`);
  };
  for (const [, path] of html.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.js)"/g)) take(path!);
  return found;
}

describe('what 首页 loads', () => {
  let scripts: Map<string, string>;
  beforeAll(() => {
    scripts = firstScripts();
  });

  it('is at most 300 kB of scripts, gzipped, in few files', () => {
    const bytes = [...scripts.values()].reduce((sum, text) => sum + gzipSync(text).length, 0);
    expect(bytes).toBeGreaterThan(100_000);
    expect(bytes).toBeLessThanOrEqual(300_000);
    expect(scripts.size).toBeLessThanOrEqual(4);
  });

  it.each([
    ['charts', 'recharts-'],
    ['the PDF reader', 'cMapUrl'],
    ['tables', 'sticky-scroll'],
    ['the reading of foreign tables', '人工确定'],
  ])('has nothing of %s, which is loaded where it is looked at', (_, mark) => {
    const holders = readdirSync(join(PAGES, 'assets'))
      .filter(
        (name) => name.endsWith('.js') && readFileSync(join(PAGES, 'assets', name), 'utf8').includes(mark),
      )
      .map((name) => `assets/${name}`);
    expect(holders).not.toEqual([]);
    expect(holders.filter((path) => scripts.has(path))).toEqual([]);
  });
});
