import { countCase } from '../../../../shared/registers/cases/count.ts';
import { caseText } from '../../../../shared/registers/cases/text.ts';
import { discFiles } from '../../../../shared/registers/rollup/collect/disc.ts';
import { type RankedCase, rankWords } from '../../../../shared/registers/rollup/collect/ranking.ts';
import { casesByUnit, DUTY_WORDS } from '../../../../shared/registers/rollup/collect/standing.ts';
import type { Rollup } from '../../../../shared/registers/rollup/schema.ts';
import { showPoints } from '../../../../shared/values/points.ts';
import type { CasesView } from '../../../state/rollup-store.ts';
import { PrintHead } from '../../../ui/Printed.tsx';
import { unitNames } from './unit-choices.ts';

interface Props {
  readonly view: CasesView;
  readonly rollup: Rollup;
  readonly lines: readonly RankedCase[];
}

/** What is shown of the collection, on paper. */
export function CasesPaper({ view, rollup, lines }: Props) {
  const { head, rows } = tableOf(view, rollup, lines);
  return (
    <div className="ui-paper-wide">
      <PrintHead />
      <p>
        {rollup.office}　共 {rows.length} {view === 'units' ? '个单位' : view === 'disc' ? '个文件' : '篇'}
      </p>
      <table className="ui-paper">
        <thead>
          <tr>
            {head.map((title) => (
              <th key={title}>{title}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, index) => (
            <tr key={index}>
              {cells.map((cell, at) => (
                <td key={head[at]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type Cells = readonly (string | number)[];

function tableOf(
  view: CasesView,
  rollup: Rollup,
  lines: readonly RankedCase[],
): { readonly head: readonly string[]; readonly rows: readonly Cells[] } {
  const names = unitNames(rollup);
  switch (view) {
    case 'list':
      return {
        head: ['序号', '单位', '标题', '文件', '字数', '得分', '名次', '入选', '附件'],
        rows: lines.map((line, index) => {
          const { id, unit, title, file, text, mark, chosen } = line.case;
          const files = rollup.attachments.filter((each) => each.case === id).length;
          const words = text === undefined ? '没有检查' : countCase(caseText(text)).words;
          const score = mark === undefined ? '未评分' : showPoints(mark);
          const rank = line.rank === undefined ? '—' : rankWords(line);
          const rest = [chosen ? '入选' : '', files === 0 ? '' : `${files} 个`];
          return [index + 1, names.get(unit) ?? '', title, file.fileName, words, score, rank, ...rest];
        }),
      };
    case 'units':
      return {
        head: ['序号', '单位', '要求', '已收', '还差'],
        rows: casesByUnit(rollup).map(({ unit, duty, count, short }, index) => [
          ...[index + 1, unit.name, duty ? DUTY_WORDS[duty] : '没有选', count, short > 0 ? short : ''],
        ]),
      };
    case 'disc':
      return {
        head: ['案例序号', '类别', '光盘上的文件', '大小（字节）', 'SHA-256（前16位）'],
        rows: discFiles(rollup).map(({ number, what, path, file }) => [
          ...[number, what, path, file.bytes, file.sha256.slice(0, 16)],
        ]),
      };
  }
}
