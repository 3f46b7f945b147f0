import { PlusOutlined } from '@ant-design/icons';
import { Button, Skeleton, Space, Table, type TableProps } from 'antd';
import { type ReactNode, useState } from 'react';
import { AreaTitle } from '../../ui/AreaTitle.tsx';
import { BrokenFolders } from '../../ui/BrokenFolders.tsx';
import { useListing } from '../../ui/call/use-listing.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { FolderPath } from '../../ui/FolderPath.tsx';
import { SeveralFolders } from '../../ui/SeveralFolders.tsx';
import { showTime } from '../../ui/show.ts';
import { ToDataFolder } from '../../ui/ToDataFolder.tsx';
import { useOpening } from './use-opening.tsx';

type Opening = Parameters<typeof useOpening>[0];

/** What every line of a list of documents has (`listed` in shared/contract/parts.ts). */
interface Listed {
  readonly id: string;
  readonly title: string;
  readonly updatedAt: string;
  readonly folder: string;
  readonly problem?: Parameters<typeof BrokenFolders>[0]['folders'][number]['problem'];
  readonly copies?: number | undefined;
}

interface Props<Line extends Listed> extends Pick<Opening, 'document' | 'what' | 'openById'> {
  /** Of the area, and what it is for. */
  readonly title: string;
  readonly about: string;
  /** Beside the button for a new one. */
  readonly beside?: ReactNode;
  /** 核验台: what a line is, over its name. */
  readonly called: string;
  /** What the buttons for a new one say: always there, and while there is none. */
  readonly begin: string;
  readonly beginFirst: string;
  readonly empty: string;
  /** Asks the host; the same function at every call. */
  readonly list: () => Promise<Line[]>;
  /** Below the name. */
  readonly more?: (line: Line) => ReactNode;
  /** Between the name and the day of the last change. */
  readonly columns: NonNullable<TableProps<Line>['columns']>;
  /** The dialog for a new one. */
  readonly creating: (
    close: { readonly onClose: () => void; readonly onCreated: (id: string) => Promise<void> },
    readable: readonly Line[],
  ) => ReactNode;
}

/** Every document of a kind in the data folder, and a new one. */
export function DocumentList<Line extends Listed>(props: Props<Line>) {
  const { title, about, beside, begin, beginFirst, empty, list, creating, ...table } = props;
  const { document, what, openById } = props;
  const { listed, failure, reload } = useListing(list);
  const [isCreating, setCreating] = useState(false);
  const opening = useOpening({ document, what, openById, onRemoved: () => void reload() });
  const readable = listed?.filter(({ problem }) => !problem);
  const create = () => setCreating(true);
  const button = (
    <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={create}>
      {begin}
    </Button>
  );
  return (
    <main className="ui-page">
      <AreaTitle title={title} about={about}>
        {beside ? (
          <Space>
            {beside}
            {button}
          </Space>
        ) : (
          button
        )}
      </AreaTitle>
      <FailureNotice failure={opening.failure} onClose={opening.dismiss} />
      <FailureNotice
        failure={failure}
        onRetry={() => void reload()}
        actions={<ToDataFolder failure={failure} />}
      />
      {listed && <BrokenFolders folders={listed} />}
      {!listed && !failure && <Skeleton active={false} />}
      {readable?.length === 0 && (
        <EmptyState text={empty}>
          <Button type="primary" onClick={create}>
            {beginFirst}
          </Button>
        </EmptyState>
      )}
      {readable && readable.length > 0 && <Lines {...table} {...opening} lines={readable} />}
      {isCreating && creating({ onClose: () => setCreating(false), onCreated: opening.open }, readable ?? [])}
      {opening.dialog}
    </main>
  );
}

interface LinesProps<Line extends Listed>
  extends
    Pick<Props<Line>, 'called' | 'more' | 'columns'>,
    Pick<ReturnType<typeof useOpening>, 'open' | 'opening'> {
  readonly lines: Line[];
}

function Lines<Line extends Listed>({ lines, called, more, columns, open, opening }: LinesProps<Line>) {
  return (
    <Table<Line>
      size="small"
      rowKey="id"
      tableLayout="fixed"
      dataSource={lines}
      scroll={{ x: 900 }}
      pagination={false}
      columns={[
        {
          title: called,
          width: 300,
          render: (_, line) => (
            <>
              <Button
                type="link"
                className="ui-link-left"
                aria-label={`打开 ${line.title}`}
                loading={opening === line.id}
                onClick={() => void open(line.id, line.copies)}
              >
                {line.title}
              </Button>
              <SeveralFolders copies={line.copies} />
              {more?.(line)}
            </>
          ),
        },
        ...columns,
        { title: '最近修改', width: 140, render: (_, { updatedAt }) => showTime(updatedAt) },
        { title: '保存位置', render: (_, { folder }) => <FolderPath folder={folder} /> },
      ]}
    />
  );
}
