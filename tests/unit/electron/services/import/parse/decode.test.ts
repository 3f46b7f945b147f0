import { describe, expect, it } from 'vitest';
import { decodePage, decodeText } from '../../../../../../electron/services/import/parse/decode.ts';

const TEXT = '序号,考核内容,分值\n1,台账,10\n';
const WITH_ONE = '序号,评分标准,分值\n1,每缺一份扣1分,10\n';
const utf16le = (text: string): Buffer => Buffer.from(text, 'utf16le');
const utf16be = (text: string): Buffer => utf16le(text).swap16();
/** 序号 in GB18030 (GBK has the same bytes), and the rest in ASCII. */
const GB = Buffer.concat([Buffer.from([0xd0, 0xf2, 0xba, 0xc5]), Buffer.from(',1\n')]);

describe('the text of a file that does not say its encoding', () => {
  it.each([
    ['UTF-8', Buffer.from(TEXT), TEXT],
    ['UTF-8 with a mark', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(TEXT)]), TEXT],
    ['UTF-16 of Windows', Buffer.concat([Buffer.from([0xff, 0xfe]), utf16le(TEXT)]), TEXT],
    ['UTF-16 the other way round', Buffer.concat([Buffer.from([0xfe, 0xff]), utf16be(TEXT)]), TEXT],
    ['UTF-16 without a mark', utf16le(TEXT), TEXT],
    ['UTF-16 the other way round without a mark', utf16be(TEXT), TEXT],
    ['so with 一, whose zero is on the other side', utf16le(WITH_ONE), WITH_ONE],
    ['so the other way round', utf16be(WITH_ONE), WITH_ONE],
    ['GB18030', GB, '序号,1\n'],
    ['nothing', Buffer.alloc(0), ''],
  ])('%s', (_, bytes, expected) => {
    expect(decodeText(bytes)).toBe(expected);
  });

  it.each([
    ['zeros on both sides', Buffer.from([65, 0, 0, 66, 0, 0])],
    ['zeros amid UTF-8', Buffer.concat([Buffer.from('甲'), Buffer.from([0, 0]), Buffer.from('乙')])],
    ['what no encoding has', Buffer.from([0xff, 0xff, 0x80, 0xff])],
  ])('is none: %s', (_, bytes) => {
    expect(() => decodeText(bytes)).toThrow('认不出这份文件的文字编码，它可能不是表格文件。');
  });
});

describe('a page', () => {
  const page = (charset: string, body: Buffer): Buffer =>
    Buffer.concat([Buffer.from(`<html><head><meta charset="${charset}"></head>`), body]);

  it('is UTF-8 where it is valid UTF-8, whatever it says', () => {
    expect(decodePage(page('gbk', Buffer.from('序号')))).toContain('序号');
  });

  it('is in the encoding that it names, or GB18030 where there is no such', () => {
    expect(decodePage(page('big5', Buffer.from([0xa4, 0xa4])))).toContain('中');
    expect(decodePage(page('gb2312', GB))).toContain('序号');
    expect(decodePage(page('x-unheard-of', GB))).toContain('序号');
    expect(decodePage(GB)).toBe('序号,1\n');
  });
});
