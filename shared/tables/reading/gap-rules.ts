import { squeeze } from '../rule-text/compact.ts';
import type { ImportWarning, StandardDraft } from '../standard-draft.ts';
import { allNodes } from '../draft/nodes.ts';
import { shortly } from './warn.ts';

/** What a unit may not have to do. */
const DUTY = '(?:职能|职责|职权|权限|事权|业务|[该此本](?:项|工作|事项|指标))';
/** Whoever has nothing to do with an item. */
const LACKING = `(?:无|没有|不具有|不具备|不涉及|不承担|不适用)[^,。;:]{0,12}?${DUTY}[^,。;:]{0,10}`;
/** Kinds of unit, not one alone (被考核单位). */
const SOME =
  '(?:乡镇|街道|村|社区|[省市县区]直|垂管|垂直管理|派出机构|事业单位|试点|新成立|新设|企业|学校|医院|园区|开发区)[^,。;:\\d]{0,8}';
/** What is not scored, or otherwise than its words say. */
const OTHERWISE =
  '(?:不(?:予|再|参与|参加|作|做|列入|纳入)*(?:考核|考评|评价|评分|计分|评此|评该|评本|评[,。;]|评$|扣分)|免[于予]?(?:考核|考评|评|扣)|[得计给按记](?:为|予)?满分|减半|折半|按[^,。;]{0,8}(?:折算|换算|比例)|以[^,。;]{0,12}%计|平均[得分值]*计)';

/** 不涉及的项目可按缺项处理; 合理缺项按比例折算. */
const GAP = new RegExp(
  [
    '(?:合理)?缺项[^。;]{0,20}(?:处理|折算|换算|不计|不扣|按比例|满分|剔除|扣除|核减|平均)',
    '(?:不涉及|无此项|没有(?:该|此)项|不适用|不承担|无(?:该|此)项)[^。;]{0,24}(?:缺项|折算|换算|不计分|按比例|满分|剔除|核减|%计|不参与|平均)',
    `${LACKING},?[^。;,]{0,12}${OTHERWISE}`,
    `${SOME}${OTHERWISE}`,
  ].join('|'),
);
/** The same in the text of an item, whose own words may say what has no case: 无案件的得满分. */
const OF_UNITS = new RegExp(`${LACKING},?[^。;,]{0,8}${OTHERWISE}|${SOME}${OTHERWISE}`);

/** What a table says of items that a unit has nothing to do with: the clerk sets it, the table's reading does not. */
export function gapRules({ notes, nodes }: Pick<StandardDraft, 'notes' | 'nodes'>): ImportWarning[] {
  const around = notes.flatMap(({ table, row, text }) => {
    if (!GAP.test(squeeze(text))) return [];
    const message = `${row > 0 ? `第${row}行的` : ''}“${shortly(text)}”说的是不涉及的项（合理缺项）怎么计分，只保留为说明，没有成为规则；请在“标识”的“不适用的项”里选定`;
    return [{ code: 'gapRule', table, row, column: 0, message }];
  });
  return [...around, ...allNodes(nodes).flatMap((node) => (node.kind === 'veto' ? [] : gapsIn(node)))];
}

/** 无审批职能的本项计满分 in the text or the remark of a row: told for that row. */
function gapsIn({
  kind,
  criterion,
  note,
  sourceRows: [at],
}: StandardDraft['nodes'][number]): ImportWarning[] {
  if (kind === 'section' || !at) return [];
  return [criterion, note].flatMap((text) =>
    text.split(/[。；;\n]/).flatMap((sentence) => {
      if (!OF_UNITS.test(squeeze(sentence))) return [];
      const message = `第${at.row}行的“${shortly(sentence.trim())}”说的是不涉及的单位或某类单位怎么计分，没有写入标准，只保留在这一行的文字里；评分时请另行按它核对`;
      return [{ code: 'gapRule', ...at, column: 0, message }];
    }),
  );
}
