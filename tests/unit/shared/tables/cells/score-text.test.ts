import { expect, it } from 'vitest';
import { weightOf } from '../../../../../shared/tables/cells/cell-texts.ts';
import { readScoreText, scoreAtEnd, scoreInName } from '../../../../../shared/tables/cells/score-text.ts';
import { compact } from '../../../../../shared/tables/rule-text/compact.ts';
import { readNumber } from '../../../../../shared/tables/rule-text/numbers.ts';

it.each([
  ['组织领导（20分）', 2000],
  ['组织领导，共10分', 1000],
  ['合格得分（1，200分）', 120_000],
  ['合计1,200分', 120_000],
  ['组织领导（2。5分）', 250],
  ['组织领导（．5分）', 50],
  ['组织领导2,5分', undefined],
  ['组织领导（2,5分）', undefined],
  ['组织领导8①分', undefined],
  ['组织领导2.555分', undefined],
  ['获省、市表彰的，分别加2分、1分', undefined],
  ['三、二、一等奖分别加3、2、1分', undefined],
])('the score in the name %j is %j', (name, points) => {
  expect(scoreInName(name)?.points).toBe(points);
});

it.each([
  ['职责明确。3分', 300],
  ['职责明确。2.5 分。', 250],
  ['职责明确，2。5分', 250],
  ['职责明确。1,200分', 120_000],
  ['职责共2,5分', undefined],
  ['职责明确。8①分', undefined],
])('the score at the end of %j is %j', (text, points) => {
  expect(scoreAtEnd(text)).toBe(points);
});

const plain = { kind: 'points', percent: false, isMost: false };
it.each([
  ['扣5分/次', { ...plain, points: 500, sign: '-', isEach: true }],
  ['加2分（每项）', { ...plain, points: 200, sign: '+', isEach: true }],
  ['-1分/人次', { ...plain, points: 100, sign: '-', isEach: true }],
  ['60（否决）', { ...plain, points: 6000, sign: '', vetoes: true }],
  ['10分（一票否决项）', { ...plain, points: 1000, sign: '', vetoes: true }],
  ['5分/次', { kind: 'unread' }],
  ['否决', { kind: 'veto' }],
])('the score cell %j', (cell, read) => {
  expect(readScoreText(cell)).toEqual(read);
});

it.each([
  ['30%', 3000],
  ['0.3', 3000],
  ['权重：12。5％', 1250],
  ['30%（市级）', 3000],
  ['3²', undefined],
  ['8①%', undefined],
  ['2,5%', undefined],
])('the weight %j is %j', (cell, weight) => {
  expect(weightOf(cell)).toBe(weight);
});

it('takes the full stop of an input method in a number of points for its point, and no other', () => {
  expect(compact('每处扣2。5分。２。５分的').text).toBe('每处扣2.5分。2.5分的');
  expect(compact('分为1。2。人员到位').text).toBe('分为1。2。人员到位');
  expect([readNumber('2.5'), readNumber('.5'), readNumber('2,5')]).toEqual([250, 50, undefined]);
});
