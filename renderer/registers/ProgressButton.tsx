import { Tooltip } from 'antd';
import { useYear } from '../state/year-store.ts';
import { call } from '../ui/call/client.ts';
import { MadeFileButton } from '../ui/MadeFileButton.tsx';

/** What the unit hands in to the office that keeps the roll-up. */
export function ProgressButton({ id }: { readonly id: string }) {
  const make = async () => {
    await useYear.getState().saved();
    return call('exportProgress', { id });
  };
  return (
    <Tooltip title="报给汇总的办公室：事项、时限、进度、有没有正式文件；不含材料、备注和人员姓名">
      <span>
        <MadeFileButton make={make}>导出进度表</MadeFileButton>
      </span>
    </Tooltip>
  );
}
