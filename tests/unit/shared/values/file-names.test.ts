import { expect, it } from 'vitest';
import { mediaTypeOf } from '../../../../shared/values/file-kinds.ts';
import { endingOf, labelFor } from '../../../../shared/values/file-names.ts';

it.each([
  ['报告.PDF', '.pdf'],
  [`甲.${'a'.repeat(19)}`, `.${'a'.repeat(19)}`],
  [`甲.${'a'.repeat(20)}`, ''],
  ['第一句.第二句 就长了', ''],
])('the ending of %s is %j', (name, ending) => {
  expect(endingOf(name)).toBe(ending);
});

it.each([
  [0, 'application/pdf'],
  [1019, 'application/pdf'],
  [1020, 'application/octet-stream'],
])('a PDF that says so %i bytes behind its beginning is %s', (before, type) => {
  expect(mediaTypeOf('a.pdf', Buffer.from(`${' '.repeat(before)}%PDF-1.7\n${' '.repeat(2000)}`))).toBe(type);
});

it('what a piece of evidence is first called has 200 characters at most', () => {
  const called = (length: number) => labelFor(`${'长'.repeat(length)}.pdf`);
  expect([called(200), called(201)]).toEqual(['长'.repeat(200), `${'长'.repeat(199)}…`]);
});
