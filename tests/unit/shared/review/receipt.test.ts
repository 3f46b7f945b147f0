import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import {
  boundReceipt,
  CHECKS,
  type Receipt,
  RECEIPT_BYTES,
  receiptAsRead,
  receiptSchema,
  verdictLabel,
} from '../../../../shared/review/receipt.ts';
import { utf8Length } from '../../../../shared/values/file-names.ts';

/** As a program of before wrote it, or one of today where `checks` is given. */
function receipt(changes: Record<string, unknown> = {}, verification: Record<string, unknown> = {}): Receipt {
  return receiptSchema.parse({
    version: 1,
    key: 'a'.repeat(16),
    fileName: '甲.zip',
    sha256: 'a'.repeat(64),
    bytes: 1,
    receivedAt: '2026-11-20T01:00:00.000Z',
    receivedOn: '2026-11-20',
    verdict: 'accepted',
    kept: true,
    remarks: ['示例数据，不是真实单位'],
    packageId: 'p',
    assessmentId: 'a',
    ...changes,
    verification: {
      ...{ file: '甲.zip', status: 'intact', unit: '甲局', campaign: '活动', selfScore: '95.00' },
      ...{ sealCode: 'AAAA', revision: 1, draft: false, sample: false, files: 1, bytes: 1, problems: [] },
      ...verification,
    },
  });
}

describe('a receipt of before', () => {
  it('says that nobody looked for contradictions, and is not called whole', () => {
    const read = receiptAsRead(receipt());
    expect(read.remarks).toEqual([
      '由旧版程序接收，当时没有核对各部分是否一致；可重新导入原件核对',
      '示例数据，不是真实单位',
    ]);
    expect(verdictLabel(read.verdict, false)).toBe('已接收');
    expect(verdictLabel(read.verdict, true)).toBe('完好');
  });

  it.each(['accepted', 'newer', 'older'])(
    'of a kept package that was called damaged is in doubt: %s',
    (verdict) => {
      const read = receiptAsRead(receipt({ verdict }, { status: 'damaged' }));
      expect(read).toMatchObject({
        verdict: 'suspect',
        verification: { status: 'suspect', sealCode: 'AAAA' },
      });
    },
  );

  it('shows no code for what was not whole', () => {
    const read = receiptAsRead(receipt({ verdict: 'damaged', kept: false }, { status: 'damaged' }));
    expect(read).toMatchObject({ verdict: 'damaged', verification: { status: 'damaged', sealCode: null } });
    expect(read.remarks).toEqual(['示例数据，不是真实单位']);
  });
});

it('leaves a receipt of today as it is', () => {
  const today = receipt({ checks: CHECKS });
  expect(receiptAsRead(today)).toEqual(today);
  const kept = receipt({ checks: CHECKS, verdict: 'suspect' }, { status: 'damaged', sealCode: null });
  expect(receiptAsRead(kept)).toEqual(kept);
});

describe('a stored receipt', () => {
  /** What takes most bytes in JSON: three a unit in UTF-8, six where it is escaped, halves of characters. */
  const text = fc
    .tuple(fc.constantFrom('长', '\u0000', '"', '\ud800', '😀', 'ab'), fc.integer({ min: 0, max: 3000 }))
    .map(([letter, count]) => letter.repeat(count));
  const problem = fc.record({
    code: text,
    path: text,
    message: text,
    severity: fc.constantFrom('problem' as const, 'remark' as const),
  });

  it('is never longer than what a desk reads, whatever a stranger wrote', () => {
    fc.assert(
      fc.property(
        text,
        fc.array(text, { maxLength: 5 }),
        problem,
        fc.nat(5000),
        (long, remarks, one, count) => {
          const big = receipt(
            {
              fileName: long,
              packageId: long,
              assessmentId: long,
              remarks: remarks.flatMap((r) => Array<string>(50).fill(r)),
            },
            { file: long, unit: long, campaign: long, selfScore: long, problems: Array(count).fill(one) },
          );
          const stored = JSON.stringify(z.encode(receiptSchema, boundReceipt(big)));
          expect(utf8Length(stored)).toBeLessThan(RECEIPT_BYTES);
        },
      ),
      { numRuns: 60 },
    );
  }, 60_000);

  it('has each text of a stranger at its length', () => {
    const long = '长'.repeat(3000);
    const problem = { code: long, path: long, message: long, severity: 'problem' };
    const stored = boundReceipt(
      receipt(
        { fileName: long, packageId: long, assessmentId: long, remarks: [long] },
        { file: long, unit: long, campaign: long, selfScore: long, sealCode: long, problems: [problem] },
      ),
    );
    const { fileName, packageId, assessmentId, remarks, verification } = stored;
    const { file, unit, campaign, selfScore, sealCode, problems } = verification;
    const lengths = (texts: readonly (string | null | undefined)[]) => texts.map((text) => text?.length);
    expect(lengths([fileName, file, unit, campaign])).toEqual([300, 300, 300, 300]);
    expect(lengths([packageId, assessmentId, selfScore, sealCode])).toEqual([100, 100, 100, 100]);
    const [found] = problems;
    expect(lengths([remarks[0], found?.code, found?.path, found?.message])).toEqual([500, 50, 200, 300]);
  });

  it('names the problems before the remarks and counts what it leaves out', () => {
    const problems = Array.from({ length: 1500 }, (_, index) => ({
      code: 'x',
      path: `data/${index}`,
      message: '不在清单里',
      severity: index === 1499 ? ('problem' as const) : ('remark' as const),
    }));
    const { verification } = boundReceipt(receipt({}, { problems }));
    expect(verification.problems).toHaveLength(1000);
    expect(verification.problems[0]?.path).toBe('data/1499');
    expect(verification.problems.at(-1)?.message).toBe('另有501处没有列出');
  });

  it('is what it was where nothing is too long', () => {
    const short = receipt({ checks: CHECKS });
    expect(boundReceipt(short)).toEqual(short);
  });
});
