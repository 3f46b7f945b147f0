import type { StandardDraft } from '../standard-draft.ts';
import type { SourceTable } from '../source-table.ts';

/** The longest title row that is no remark (附件1, # …), else the heading beside the table's name; '' for none. */
export function titleOf({ rows }: Pick<StandardDraft, 'rows'>, table: SourceTable | undefined): string {
  const titles = rows
    .filter(({ fate, text }) => fate === 'title' && !/^\s*(#|附[件表]|单位)/.test(text))
    .map(({ text }) => text.replace(/\s+/g, ' ').trim())
    .filter((text) => text !== '' && text.length <= 100);
  const heading = /^(?:表\d+|[^：]{1,31})：(.+?)(?:（含?隐藏.*）)?$/.exec(table?.name ?? '')?.[1] ?? '';
  return (
    titles.find((text) => /标准|细则|办法|考核|评分|评价|验收|测评|指标/.test(text)) ??
    (heading || titles[0]) ??
    ''
  );
}
