import { describe, expect, it } from 'vitest';
import { bodyLines } from '../../../../shared/campaign/draft/body-lines.ts';

describe('a pasted list of bodies', () => {
  it.each<[line: string, name: string, count: string]>([
    ['郑州市', '郑州市', ''],
    ['郑州市\t3', '郑州市', '3'],
    ['郑州市　３个', '郑州市', '3'],
    ['郑州市（3个）', '郑州市', '3'],
    ['郑州市：3', '郑州市', '3'],
    ['  省司法厅  ', '省司法厅', ''],
    ['第2师', '第2师', ''],
    ['1\t郑州市\t2个', '郑州市', '2'],
    ['3、洛阳市 3', '洛阳市', '3'],
    ['（五）巩义市', '巩义市', ''],
    ['二七区', '二七区', ''],
    ['7. 二七区', '二七区', ''],
    ['\u200b开封市', '开封市', ''],
  ])('%j', (line, name, count) => {
    expect(bodyLines(line, [])).toEqual([{ name, count }]);
  });

  it('leaves out what is there, what is repeated, and empty lines', () => {
    expect(bodyLines('序号\t单位\t名额\n合计\t12\n附：名单', [])).toEqual([]);
    const found = bodyLines('郑州市\r\n\n开 封市\n开封市 2\n洛阳市', ['郑州市']);
    expect(found.map(({ name }) => name)).toEqual(['开 封市', '洛阳市']);
  });
});
