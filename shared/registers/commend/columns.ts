import type { Column } from '../column.ts';

export const NOTICE = '2022年度全省推进服务型行政执法建设工作要点';
/** Whose the columns of the two tables are. */
export const COMMENDED = { document: NOTICE, clause: '附件3' };

/** 符合哪一条, of a person. */
export const CARD = '持有行政执法证或行政执法监督证';
export const SERVED = '履行推进服务型行政执法建设职责满规定年限的正式工作人员';

export const SUMMARY: Column = {
  ...{ code: 'summary', label: '工作总结', kind: 'long', apart: true },
  headings: ['总结', '工作情况', '事迹材料', '主要事迹'],
  source: { document: NOTICE, clause: '附件2 一' },
};

/** Labels that the user has ticked, one a line. */
export const COVERED: Column = { code: 'covered', label: '总结已写到', kind: 'long', apart: true };

export const CLEAN: Column = {
  ...{ code: 'clean', label: '无违法行政行为', kind: 'choice', choices: ['是', '否'] },
  headings: ['未出现违法行政行为'],
  source: { document: NOTICE, clause: '附件2 二' },
};

export const SEARCHED: Column = {
  ...{ code: 'searched', label: '网络检索情况', kind: 'long', headings: ['网络检索', '网络检索结果'] },
  source: { document: NOTICE, clause: '三9' },
};

export const SENT: Column = {
  ...{ code: 'sent', label: '报送日期', kind: 'day' },
  headings: ['报送时间', '上报日期', '推荐日期'],
};
