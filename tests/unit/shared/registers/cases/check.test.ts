import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkCase } from '../../../../../shared/registers/cases/check.ts';
import { changed, CLEAN, found, sample } from './samples.ts';

describe('a clean case', () => {
  it.each(CLEAN)('%s has 1,498 to 1,500 字, no error and no advice', (name) => {
    const { words, findings } = checkCase(sample(name));
    expect(words).toBeGreaterThanOrEqual(1498);
    expect(words).toBeLessThanOrEqual(1500);
    expect(findings).toStrictEqual([]);
  });
});

describe('one fault', () => {
  // Where the fault makes it longer, something else is left out, so that it is the only one.
  it.each([
    ['too long', sample('餐饮油烟').replace(/。\n$/, '了。\n'), 'too-long: 。'],
    ['我局', changed(sample('预付卡'), '青川县市场监督管理局三天内', '我局三天内'), 'own-name: 我局'],
    [
      'no short form',
      changed(sample('超限运输'), '（以下简称《条例》）', ''),
      'document-no-short-form: 《公路安全保护条例》',
    ],
    [
      'in full again',
      changed(sample('预付卡'), '对照《消费者权益保护法》', '对照《中华人民共和国消费者权益保护法》').replace(
        '部分消费者在门口聚集，',
        '',
      ),
      'document-full-again: 《中华人民共和国消费者权益保护法》',
    ],
    [
      'a person',
      changed(sample('超限运输'), '驾驶员周某称', '驾驶员周建国称').replace('二十公里', ''),
      'party-name: 周建国',
    ],
    [
      'a company',
      changed(sample('预付卡'), '某健身公司突然', '郑州鑫源健身有限公司突然')
        .replace('三个月续', '续')
        .replace('在随后的半年里', ''),
      'party-company: 郑州鑫源健身有限公司',
    ],
  ])('%s', (_, text, expected) => expect(found(text, 'error')).toStrictEqual([expected]));
});

describe('the limit', () => {
  const text = (words: number) => `标题\n${'字'.repeat(words)}`;
  it('1,500 passes, 1,501 does not', () => {
    expect(found(text(1500), 'error')).toStrictEqual([]);
    expect(found(text(1501), 'error')).toStrictEqual(['too-long: 字']);
    expect(checkCase(text(1501)).findings.find(({ code }) => code === 'too-long')).toStrictEqual({
      code: 'too-long',
      severity: 'error',
      at: { from: 1503, to: 1504 },
      message: '正文 1501 字，超出 1 字，请删减到 1500 字以内',
      source: { document: '郑法政办〔2020〕9号', clause: '二(三)' },
    });
  });

  it('a talk of 10 minutes passes at the pace that is given; without one it is not judged', () => {
    expect(found(text(1500), 'error', 150)).toStrictEqual([]);
    expect(found(text(1500), 'error', 149.95)).toStrictEqual(['talk-too-long: 字']);
    for (const pace of [undefined, 0, -1, Number.NaN])
      expect(found(text(1500), 'error', pace)).toStrictEqual([]);
    expect(
      checkCase(text(1401), { pace: 140 }).findings.find(({ code }) => code === 'talk-too-long')?.message,
    ).toBe('按每分钟 140 字估算，讲解约 10.1 分钟，超过 10 分钟，请精简');
  });
});

describe('findings of any text', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 8 }),
    fc.constantFrom(
      ...[
        '《',
        '》',
        '（以下简称《',
        '》）',
        '条例',
        '我局',
        '张建国',
        '当事人',
        '\n',
        '\r\n',
        '。',
        '一、',
        '背景',
      ],
      ...['有限公司', '郑州', '13812345678', '本局', '“', '”', '：', '——', '\ud83d', '取得的成效', '摘要：'],
    ),
  );
  it('stand within it, in order, and are not empty', () => {
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join('')),
        (text) => {
          const { findings } = checkCase(text, { pace: 1 });
          let last = 0;
          for (const { at } of findings) {
            expect(at.from).toBeGreaterThanOrEqual(last);
            expect(at.to).toBeGreaterThan(at.from);
            expect(at.to).toBeLessThanOrEqual(text.length);
            last = at.from;
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});
