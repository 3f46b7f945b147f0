import { App, Button, Modal, Space, Table, type TableColumnsType, Tag } from 'antd';
import { useCallback } from 'react';
import type { FolderCopy, InFolders } from '../../../shared/contract/contract.ts';
import { showPoints } from '../../../shared/values/points.ts';
import { call } from '../../ui/call/client.ts';
import { useAnswer, useCall } from '../../ui/call/use-call.ts';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { showTimeToSecond } from '../../ui/show.ts';
import { useReturnFocus } from '../../ui/use-return-focus.ts';
import './document.css';

interface Props {
  readonly document: InFolders;
  readonly id: string;
  /** 这份自评, 这个核验台. */
  readonly what: string;
  /** The id means the chosen folder now. */
  readonly onChosen: () => void;
  readonly onRemoved: () => void;
  readonly onClose: () => void;
}

/** Several folders hold one document: which of them is to be opened; the others can be moved aside. */
export function CopiesDialog({ document, id, what, onChosen, onRemoved, onClose }: Props) {
  useReturnFocus();
  const { modal } = App.useApp();
  const list = useCallback(async () => (await call('listCopies', { document, id })).copies, [document, id]);
  const { value: copies, failure: unlisted, retry } = useAnswer(list);
  const { run, busy, failure, dismiss } = useCall();

  const choose = async ({ key }: FolderCopy) => {
    if (await run(() => call('chooseCopy', { document, id, key }))) onChosen();
  };
  const remove = async ({ key }: FolderCopy) => {
    if (!(await run(() => call('removeCopy', { document, id, key })))) return;
    await retry();
    onRemoved();
  };
  const askToRemove = (copy: FolderCopy) =>
    void modal.confirm({
      title: `把“${copy.key}”移到“已删除”？`,
      content: '整个文件夹会移到数据文件夹下的“已删除”，不会抹掉；需要时可以移回来。其他文件夹不动。',
      okText: '移走',
      cancelText: '不移走',
      onOk: () => remove(copy),
    });
  const isLast = copies?.length === 1;

  return (
    <Modal open width={940} title={`打开${what}：选一个文件夹`} footer={null} onCancel={onClose}>
      <FailureNotice failure={unlisted ?? failure} onClose={dismiss} />
      <p>
        {isLast
          ? `${what}现在只有这一个文件夹了。`
          : `数据文件夹里有 ${copies?.length ?? '几'} 个文件夹都是${what}（多半是复制文件夹作的备份）。请选要打开的一个，改动都存在那里；其余的留在原处，不会改动。`}
      </p>
      <Table
        size="small"
        rowKey="key"
        loading={!copies && !unlisted}
        dataSource={copies}
        scroll={{ x: 840 }}
        columns={columnsOf(document, { busy, isLast, newest: newestOf(copies), choose, askToRemove })}
        pagination={false}
      />
    </Modal>
  );
}

interface Doing {
  readonly busy: boolean;
  readonly isLast: boolean;
  readonly newest: string | undefined;
  readonly choose: (copy: FolderCopy) => Promise<void>;
  readonly askToRemove: (copy: FolderCopy) => void;
}

function columnsOf(
  document: InFolders,
  { busy, isLast, newest, choose, askToRemove }: Doing,
): TableColumnsType<FolderCopy> {
  return [
    {
      title: '文件夹',
      render: (_, { key, open, problem }) => (
        <div className="document-copy">
          <strong>{key}</strong> {key === newest && <Tag color="green">最近改动</Tag>}
          {open && <Tag color="blue">正开着</Tag>}
          {problem && (
            <div>
              <Tag color="orange">打不开</Tag>
              {problem.message}
            </div>
          )}
        </div>
      ),
    },
    { title: '最近修改', width: 160, render: (_, { updatedAt }) => showTimeToSecond(updatedAt) || '不知道' },
    document === 'assessment'
      ? { title: '自评总分', width: 100, render: (_, { total }) => showTotal(total) }
      : { title: '推荐包', width: 80, render: (_, { packages }) => `${packages ?? 0} 份` },
    { title: '改动次数', width: 90, render: (_, { changes }) => `${changes} 次` },
    {
      title: '操作',
      width: 190,
      render: (_, copy) => (
        <Space>
          <Button
            type="primary"
            size="small"
            aria-label={`打开 ${copy.key}`}
            disabled={busy || copy.problem !== undefined}
            onClick={() => void choose(copy)}
          >
            打开这个
          </Button>
          <Button
            size="small"
            aria-label={`移走 ${copy.key}`}
            disabled={busy || isLast}
            onClick={() => askToRemove(copy)}
          >
            移到已删除
          </Button>
        </Space>
      ),
    },
  ];
}

function showTotal(total: FolderCopy['total']): string {
  return total === undefined ? '不知道' : `${showPoints(total)} 分`;
}

/** The key of the one that was changed last; undefined where two say the same. */
function newestOf([first, second]: readonly FolderCopy[] = []): string | undefined {
  return first && second && first.updatedAt > second.updatedAt ? first.key : undefined;
}
