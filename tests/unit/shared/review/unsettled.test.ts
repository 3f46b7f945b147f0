import { expect, it } from 'vitest';
import type { Candidate } from '../../../../shared/review/candidate.ts';
import { rankCandidates } from '../../../../shared/review/ranking.ts';
import type { Desk } from '../../../../shared/review/schema.ts';
import { choiceWords, receivedWords, unsettledWords } from '../../../../shared/review/unsettled.ts';
import { officialOf, standardOf } from '../scoring/fixtures.ts';
import { candidate, deskOf, source } from './fixtures.ts';

const ALL_HERE = { missing: [], isListLost: false, isDeskOlder: false, lostReviews: [], wrongOriginals: [] };

const OFFICIAL = officialOf(standardOf());
const quota = { perBody: 2, distinct: 'none', source };
const distinct = { ...quota, distinct: 'industryOrRegion' };
const near = [candidate('甲', { region: '金水区' }), candidate('乙', { region: '郑州市金水区' })];
const choosing = (rows: readonly Candidate[]): Partial<Desk> => ({
  choices: rows.map(({ key }) => ({ key, reason: '' })),
});
const NEAR_KINDS =
  '有1处行业和地域像是相同的，还没有核对，请在核验总表里更正：相同的写成一样，不同的写得能分清';
const open = candidate('乙', { result: undefined, state: 'reviewing' });

it.each<[what: string, desk: Desk, rows: Candidate[], reasons: string[], words: string]>([
  ['everybody is verified', deskOf({ quota }), [candidate('甲')], [], '符合名额和顺序的规定'],
  [
    'somebody is not',
    deskOf({ quota }),
    [candidate('甲'), open],
    ['还有1个单位没有核验得分，名次可能变化'],
    '到目前为止没有违反名额和顺序的规定',
  ],
  [
    'somebody is not, and there are places for all',
    deskOf({ kind: 'acceptance' }),
    [candidate('甲'), open],
    ['还有1个单位没有核验得分'],
    '到目前为止没有不能确认的情形',
  ],
  [
    'whose the quota is was not said',
    deskOf({ quota }, { level: 'body' }),
    [candidate('甲')],
    ['没有录入推荐单位，名额按它计算'],
    '到目前为止没有违反名额和顺序的规定',
  ],
  [
    'the number is the office’s own',
    deskOf({ quota: { ...quota, owner: 'office' } }, { level: 'body' }),
    [candidate('甲')],
    [],
    '符合名额和顺序的规定',
  ],
  [
    'two names may be one body',
    deskOf({ quota }, { level: 'province' }),
    [
      candidate('甲', { body: '郑州' }),
      candidate('乙', { body: '郑州市' }),
      candidate('丙', { body: '开封市' }),
    ],
    ['“郑州市”和“郑州”像是同一个推荐单位，请在推荐单位名单里核对'],
    '到目前为止没有违反名额和顺序的规定',
  ],
  ['there is no number', deskOf({}, { level: 'body' }), [candidate('甲')], [], '没有不能推荐的情形'],
  [
    'a package waits for a decision',
    deskOf({ quota }),
    [candidate('甲'), candidate('乙', { suspicions: ['改过'] })],
    ['还有1份存疑的推荐包没有决定是否采用，名次可能变化'],
    '到目前为止没有违反名额和顺序的规定',
  ],
  [
    'two that were chosen may be of one place',
    deskOf({ quota: distinct }, { level: 'body', body: '郑州市', ...choosing(near) }),
    near,
    [NEAR_KINDS],
    '到目前为止没有违反名额和顺序的规定',
  ],
  [
    'the same of one body on the provincial desk',
    deskOf({ quota: distinct }, { level: 'province', ...choosing(near) }),
    near,
    [NEAR_KINDS],
    '到目前为止没有违反名额和顺序的规定',
  ],
  [
    'one of them was not chosen',
    deskOf({ quota: distinct }, { level: 'body', body: '郑州市', ...choosing(near.slice(0, 1)) }),
    near,
    [],
    '符合名额和顺序的规定',
  ],
  [
    'nobody has to differ',
    deskOf({ quota }, { level: 'body', body: '郑州市', ...choosing(near) }),
    near,
    [],
    '符合名额和顺序的规定',
  ],
  ...['市', '市城区', '市市区', '市本级'].map((more): [string, Desk, Candidate[], string[], string] => {
    const rows = [candidate('甲', { region: '郑州' }), candidate('乙', { region: `郑州${more}` })];
    const chosen = { level: 'body', body: '郑州市', ...choosing(rows) } as const;
    return [
      `郑州${more} may be 郑州`,
      deskOf({ quota: distinct }, chosen),
      rows,
      [NEAR_KINDS],
      '到目前为止没有违反名额和顺序的规定',
    ];
  }),
  ...['金水区', '中牟县', '经济技术开发区'].map((inside): [string, Desk, Candidate[], string[], string] => {
    const rows = [candidate('甲', { region: '郑州市' }), candidate('乙', { region: `郑州市${inside}` })];
    const chosen = { level: 'body', body: '郑州市', ...choosing(rows) } as const;
    return [
      `郑州市${inside} is a place inside 郑州市`,
      deskOf({ quota: distinct }, chosen),
      rows,
      [],
      '符合名额和顺序的规定',
    ];
  }),
])('what may still change: %s', (_, desk, rows, reasons, words) => {
  const found = unsettledWords(desk, OFFICIAL, {
    ranked: rankCandidates(desk, rows),
    ...ALL_HERE,
  });
  expect(found).toEqual(reasons);
  expect(choiceWords(desk, found)).toBe(words);
});

it('says what was received and cannot be read, whatever is settled besides', () => {
  const packageOf = (name: string, unit = '') => ({ key: name, fileName: `${name}.zip`, unit });
  const missing = [...['丁', '乙', '丙'].map((name) => packageOf(name)), packageOf('甲', '甲局')];
  const received = {
    ...{ missing, isListLost: true, isDeskOlder: true },
    lostReviews: (['lost', 'behind', 'unread'] as const).map((loss, at) => {
      const name = ['戊', '庚', '辛'][at]!;
      return { ...packageOf(name, `${name}局`), loss };
    }),
    wrongOriginals: [packageOf('己', '己局')],
  };
  const words = unsettledWords(deskOf({}), OFFICIAL, { ranked: [], ...received });
  expect(words).toEqual([
    '收过的推荐包有4份现在读取不到：“丁.zip”、“丙.zip”、“乙.zip”等',
    '核验台自己的记录 desk.json 用的是较早的一份，还没有核对补齐',
    '收过哪些推荐包的记录丢失过，有没有缺少还没有核对',
    '有1份推荐包的核验记录不见了，还没有重新核验：“戊局（戊.zip）”',
    '有1份推荐包的核验记录用的是较早的一份，还没有核对补齐：“庚局（庚.zip）”',
    '有1份推荐包的核验记录读不出：“辛局（辛.zip）”',
    '有1份推荐包保存的原件丢失、读不出，或者与接收时不同：“己局（己.zip）”',
  ]);
  expect(receivedWords(received, 50)[0]).toMatch(/、“甲局（甲.zip）”$/);
});
