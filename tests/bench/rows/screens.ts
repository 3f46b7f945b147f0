import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { openBrowser, startServer, stopServer } from '../../e2e/local-door.ts';
import { makeDataFolder } from '../data/data-folder.ts';
import type { Line } from '../line.ts';
import { median, type Quiet, quietness } from '../measure.ts';
import { type Visit, visit } from '../visit.ts';
import type { Row, Workshop } from '../workshop.ts';

const SMALL = { id: '11111111-1111-4111-8111-111111111111', unit: '五十六项单位', items: 56 };
const LARGE = { id: '22222222-2222-4222-8222-222222222222', unit: '两千项单位', items: 2000 };
/** Until the page has loaded what it loads when there is time. */
const LEISURE_MS = 3500;
const PUT_OFF_MS = 8000;
const OPENING = '打开自评';
/** The button of the screen that is open. */
const CURRENT = 'nav > button[aria-current="page"]';
const kB = 1000;

export const screenRows: readonly Row[] = [
  {
    name: 'screens',
    about: 'each screen of 2,000 items against 56: time to content, longest task',
    lines: (workshop) =>
      inPage(workshop, 'screens of 2,000 items', (page, home) => screens(workshop, page, home)),
  },
  {
    name: 'home-scripts',
    about: 'scripts that 首页 loads, kB gzip and requests',
    lines: (workshop) => inPage(workshop, 'scripts that 首页 loads', homeScripts),
  },
];

/** Through the local door in a real Chromium; the line says so where there is none. */
async function inPage(
  workshop: Workshop,
  what: string,
  work: (page: Page, home: string) => Promise<Line[]>,
): Promise<Line[]> {
  const root = workshop.at('data');
  await workshop.once('data folder', () => makeDataFolder(root, [SMALL, LARGE]));
  const context = await openBrowser(workshop.at('profile')).catch((error: unknown) => String(error));
  if (typeof context === 'string') {
    const note = `no Chromium: ${context.split('\n')[0] ?? ''}`;
    return [{ what, against: '–', ours: [], theirs: [], before: [await quietness()], unit: 'ms', note }];
  }
  const server = await startServer({ root, env: {} });
  try {
    const page = await context.newPage();
    await page.goto(server.link);
    await page.waitForURL((url) => url.search === '');
    return await work(page, new URL('/', server.link).href);
  } finally {
    await context.close();
    await stopServer(server);
  }
}

async function screens({ runs }: Workshop, page: Page, home: string): Promise<Line[]> {
  const found = new Map<string, { small: Visit[]; large: Visit[] }>();
  const before: Quiet[] = [];
  for (let run = 0; run < runs; run += 1) {
    before.push(await quietness());
    for (const [size, { unit }] of [
      ['small', SMALL],
      ['large', LARGE],
    ] as const) {
      for (const [screen, seen] of await everyScreen(page, home, unit)) {
        const both = found.get(screen) ?? { small: [], large: [] };
        both[size].push(seen);
        found.set(screen, both);
      }
    }
  }
  return [...found].map(([screen, { small, large }]): Line => {
    const longest = large.map(({ task }) => task);
    return {
      what: `2,000 items, ${screen}: time to content`,
      against: 'the same of 56 items',
      aim: '≤ 1.5, no task > 100 ms',
      unit: 'ms',
      ours: large.map(({ content }) => content),
      theirs: small.map(({ content }) => content),
      before,
      note: `longest task ${show(median(longest))} (worst run ${show(Math.max(...longest))}), of 56 items ${show(median(small.map(({ task }) => task)))}`,
    };
  });
}

/** Loaded anew, so that no code is warmer than a user's on the first visit. */
async function everyScreen(page: Page, home: string, unit: string): Promise<Map<string, Visit>> {
  await page.goto(home);
  await page.getByRole('button', { name: `打开 ${unit}`, exact: true }).waitFor();
  await page.waitForTimeout(LEISURE_MS);
  const seen = new Map<string, Visit>();
  const opening = `button[aria-label="打开 ${unit}"]`;
  seen.set(OPENING, await page.evaluate(visit, { selector: opening, arrived: CURRENT }));
  const labels = await page.evaluate(screenLabels, CURRENT);
  if (labels.length < 2) throw new Error('The assessment has no screens');
  // The first is open already.
  for (const [index, label] of labels.slice(1).entries()) {
    await page.evaluate(markButton, { current: CURRENT, at: index + 1 });
    const arrived = '[data-bench][aria-current="page"]';
    seen.set(label.trim(), await page.evaluate(visit, { selector: '[data-bench]', arrived }));
  }
  // What is open would be open again.
  await page.getByRole('button', { name: '首页', exact: true }).click();
  await page.getByRole('button', { name: `打开 ${unit}`, exact: true }).waitFor();
  return seen;
}

/** Runs in the page. */
function screenLabels(current: string): string[] {
  const buttons = document.querySelector(current)?.closest('nav')?.querySelectorAll('button') ?? [];
  return [...buttons].map(({ textContent }) => textContent);
}

/** Runs in the page: names the button that leads to the next screen. */
function markButton({ current, at }: { current: string; at: number }): void {
  document.querySelector('[data-bench]')?.removeAttribute('data-bench');
  const buttons = document.querySelector(current)?.closest('nav')?.querySelectorAll('button');
  buttons?.[at]?.setAttribute('data-bench', '');
}

async function homeScripts(page: Page, home: string): Promise<Line[]> {
  const before = [await quietness()];
  const scripts = new Map<string, Promise<Buffer>>();
  // What the page before was still loading has no body any more.
  await page.goto('about:blank');
  page.on('response', (response) => {
    if (/javascript/.test(response.headers()['content-type'] ?? ''))
      scripts.set(response.url(), response.body());
  });
  // What the page puts off comes later still, so that a slow machine counts none of it as needed.
  await page.addInitScript((leisure) => {
    const soon = window.setTimeout.bind(window);
    const put = (run: () => void, ms = 0): number => soon(run, ms < 1000 ? ms : ms + leisure);
    window.setTimeout = put as typeof window.setTimeout;
  }, PUT_OFF_MS);
  await page.goto(home);
  await page.getByRole('button', { name: `打开 ${SMALL.unit}`, exact: true }).waitFor();
  const first = await sizes([...scripts.values()]);
  await page.waitForTimeout(PUT_OFF_MS + LEISURE_MS);
  const all = await sizes([...scripts.values()]);
  return [
    {
      what: 'scripts that 首页 loads (gzip)',
      against: '–',
      aim: '≤ 300 kB',
      unit: 'kB',
      ours: [first.packed],
      theirs: [],
      before,
      note: `${first.requests} requests, ${(first.plain / kB).toFixed(2)} MB unpacked; with what is loaded later at leisure ${all.packed.toFixed(0)} kB, ${all.requests} requests`,
    },
  ];
}

async function sizes(bodies: readonly Promise<Buffer>[]) {
  const all = await Promise.all(bodies);
  return {
    requests: all.length,
    packed: all.reduce((sum, body) => sum + gzipSync(body).length, 0) / kB,
    plain: all.reduce((sum, body) => sum + body.length, 0) / kB,
  };
}

/** The browser names no task under 50 ms. */
function show(milliseconds: number): string {
  return milliseconds === 0 ? '< 50 ms' : `${milliseconds.toFixed(0)} ms`;
}
