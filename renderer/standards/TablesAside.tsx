import { Alert, Button } from 'antd';
import { paragraphUse } from '../../shared/tables/import/paragraph-use.ts';
import type { SourceTable } from '../../shared/tables/source-table.ts';
import { useImport } from '../state/import-store.ts';
import { useLeftOut, useNotTaken } from './use-reading.ts';
import { useWizard } from './use-wizard.ts';

/** Tables that score and are not taken, and those that nobody has looked at since another form was taken over. */
export function TablesAside() {
  const { tables, state } = useWizard();
  const notTaken = useNotTaken();
  const unlike = tables.filter(({ id }) => state.unlike?.includes(id));
  const told = [
    ...(notTaken.length > 0
      ? [`没有选用的表：${namesOf(notTaken)}，看起来是评分用的，里面的内容不在这份标准里`]
      : []),
    ...(unlike.length > 0
      ? [`沿用的标准里没有、或者各列变了的表：${namesOf(unlike)}，还没有看过要不要导入`]
      : []),
  ];
  return told.map((title) => (
    <Alert
      key={title}
      type="warning"
      showIcon
      title={title}
      action={
        <Button size="small" onClick={() => useImport.getState().goTo('tables')}>
          去选表
        </Button>
      }
    />
  ));
}

/** In the summary of 保存, what 检查 lists: nothing that keeps a standard from being saved. */
export function LeftOutTables() {
  const words = useLeftOutWords();
  if (words === '') return null;
  return (
    <div className="ui-muted">
      {words}
      <Button type="link" size="small" onClick={() => useImport.getState().goTo('tables')}>
        查看
      </Button>
    </div>
  );
}

/** The tables that were left out as none to score by, with the words around them that went with them; '' where there are none. */
export function useLeftOutWords(): string {
  const { state } = useWizard();
  const leftOut = useLeftOut();
  if (leftOut.length === 0) return '';
  const becameOf = paragraphUse({ draft: state.draft, identity: state.identity });
  const around = leftOut
    .flatMap(({ before = [], after = [] }) => [...before, ...after])
    .filter((text) => becameOf(text) === '').length;
  return `没有选用的表：${namesOf(leftOut)}，看起来不是评分表，里面的内容${around > 0 ? `和前后的 ${around} 段文字` : ''}不在这份标准里`;
}

const NAMED = 4;

function namesOf(tables: readonly SourceTable[]): string {
  const names = tables.slice(0, NAMED).map(({ name }) => `“${name}”`);
  return `${names.join('、')}${tables.length > NAMED ? ` 等 ${tables.length} 张` : ''}`;
}
