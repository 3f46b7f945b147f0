import { describe, expect, it } from 'vitest';
import { kindOf } from '../../../../../../electron/services/import/parse/kind.ts';

const STANDARD = '{"schemaVersion":1,"id":"a","title":"甲","edition":"1","sections":[]}';
const SAID = '这份文件是标准文件（.json），不是表格；要导入这份标准，请先把它导出为 Excel（.xlsx）。';

describe('JSON', () => {
  it.each([
    ['.json', Buffer.from(STANDARD), SAID],
    ['.txt', Buffer.from(`\ufeff\n${STANDARD}`), SAID],
    ['.csv', Buffer.from(`\ufeff${STANDARD}`, 'utf16le'), SAID],
    ['.xlsx', Buffer.from('[{"a":1,"b":2}]'), '这份文件是数据文件（JSON），不是表格。'],
    ['.json', Buffer.from('{"a":'), '这份文件是数据文件（JSON），不是表格。'],
  ])('is told as such, %s', (ending, bytes, message) => {
    expect(() => kindOf(bytes, ending)).toThrow(message);
  });

  it.each(['[1] 甲,乙\n[2] 丙,丁', '["甲",1\n"乙",2', '{"甲",1\n乙,2'])(
    'is not text with brackets: %s',
    (text) => {
      expect(kindOf(Buffer.from(text), '.csv')).toBe('text');
    },
  );
});
