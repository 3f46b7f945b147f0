import { Alert, Button } from 'antd';
import type { SourceTable } from '../../shared/tables/source-table.ts';
import { useImport } from '../state/import-store.ts';
import { useNotTaken } from './use-reading.ts';
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

function namesOf(tables: readonly SourceTable[]): string {
  return tables.map(({ name }) => `“${name}”`).join('、');
}
