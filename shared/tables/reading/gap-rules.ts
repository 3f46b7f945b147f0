import { squeeze } from '../rule-text/compact.ts';
import type { ImportWarning, StandardDraft } from '../standard-draft.ts';
import { shortly } from './warn.ts';

/** 不涉及的项目可按缺项处理; 合理缺项按比例折算. */
const GAP =
  /(?:合理)?缺项[^。;]{0,20}(?:处理|折算|换算|不计|不扣|按比例|满分|剔除|扣除|核减)|(?:不涉及|无此项|没有(?:该|此)项|不适用|不承担|无(?:该|此)项)[^。;]{0,24}(?:缺项|折算|换算|不计分|按比例|满分|剔除|核减)/;

/** What a remark says of items that a unit has nothing to do with: the clerk sets it, the table's reading does not. */
export function gapRules(notes: StandardDraft['notes']): ImportWarning[] {
  return notes.flatMap(({ table, row, text }) => {
    if (!GAP.test(squeeze(text))) return [];
    const message = `${row > 0 ? `第${row}行的` : ''}“${shortly(text)}”说的是不涉及的项（合理缺项）怎么计分，只保留为说明，没有成为规则；请在“标识”的“不适用的项”里选定`;
    return [{ code: 'gapRule', table, row, column: 0, message }];
  });
}
