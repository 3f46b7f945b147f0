import { useAnswer, useCall } from '../ui/call/use-call.ts';
import { App, Button, Dropdown, Popconfirm, Space, Table } from 'antd';
import type { CallOutput } from '../../shared/contract/contract.ts';
import { showPoints } from '../../shared/values/points.ts';
import type { Standard } from '../../shared/standard/schema.ts';
import { allItems } from '../../shared/standard/places.ts';
import { call } from '../ui/call/client.ts';
import { AreaTitle } from '../ui/AreaTitle.tsx';
import { AuthorityTag } from '../ui/AuthorityTag.tsx';
import { FailureNotice } from '../ui/FailureNotice.tsx';
import { useImport } from '../state/import-store.ts';
import { ImportSource } from './ImportSource.tsx';
import { MadeFileButton, useDelivery } from '../ui/MadeFileButton.tsx';
import { UnfinishedImports } from './UnfinishedImports.tsx';

interface Props {
  readonly onShow: (standard: Standard) => void;
  readonly onNew: (standardId: string) => void;
}

type Library = CallOutput<'listStandards'> & CallOutput<'listImports'>;

async function loadLibrary(): Promise<Library> {
  const [standards, imports] = await Promise.all([call('listStandards', {}), call('listImports', {})]);
  return { ...standards, ...imports };
}

/** Every standard, and the ways to another one. */
export function StandardList({ onShow, onNew }: Props) {
  const { message } = App.useApp();
  const deliver = useDelivery();
  const { value: library, failure: unlisted, retry: reload } = useAnswer(loadLibrary);
  const { failure, run: attempt, dismiss } = useCall();

  const resume = (importId: string) => attempt(() => useImport.getState().load(importId));
  const copy = (id: string) => attempt(async () => resume((await call('copyStandard', { id })).importId));
  const exportAs = (id: string, format: 'xlsx' | 'json') =>
    attempt(async () => deliver(await call('exportStandard', { id, format })));
  const discard = (importId: string) =>
    attempt(async () => {
      await call('discardImport', { importId });
      await reload();
    });
  const remove = (id: string) =>
    attempt(async () => {
      const { movedTo } = await call('removeStandard', { id });
      message.success(`文件已移到：${movedTo}`);
      await reload();
    });

  return (
    <main className="ui-page">
      <AreaTitle title="标准库">
        <MadeFileButton make={() => call('standardTemplate', {})}>下载模板（xlsx）</MadeFileButton>
      </AreaTitle>
      <FailureNotice failure={failure} onClose={dismiss} />
      <FailureNotice failure={unlisted} onRetry={() => void reload()} />
      {library?.problems?.map((problem) => (
        <FailureNotice key={problem.message} tone="warning" failure={problem} />
      ))}
      <ImportSource onRead={resume} />
      {library && library.imports.length > 0 && (
        <UnfinishedImports imports={library.imports} onResume={resume} onDiscard={discard} />
      )}
      <Table<Standard>
        size="small"
        rowKey="id"
        loading={!library}
        pagination={false}
        dataSource={library?.standards}
        columns={[
          {
            title: '标准',
            key: 'title',
            render: (_, standard) => (
              <>
                <Button type="link" className="ui-link-left" onClick={() => onShow(standard)}>
                  {standard.title} {standard.edition}
                </Button>
                <div className="ui-muted">
                  <AuthorityTag standard={standard} />
                  {library?.own.includes(standard.id) ? '本机导入' : '随程序提供，只读'}
                  {standard.documentNumber && ` · ${standard.documentNumber}`}
                </div>
              </>
            ),
          },
          { title: '评分项', width: 80, render: (_, standard) => allItems(standard).length },
          {
            title: '总分 / 达标',
            width: 110,
            render: (_, { fullScore, passScore }) => `${showPoints(fullScore)} / ${showPoints(passScore)}`,
          },
          {
            title: '操作',
            width: 380,
            render: (_, { id, title, edition }) => (
              <Space size="small" wrap>
                <Button size="small" onClick={() => onNew(id)}>
                  新建自评
                </Button>
                <Button size="small" onClick={() => void copy(id)}>
                  复制为新版本并编辑
                </Button>
                <Dropdown
                  menu={{
                    items: [
                      { key: 'xlsx', label: 'Excel（可再导入）' },
                      { key: 'json', label: 'JSON' },
                    ],
                    onClick: ({ key }) => void exportAs(id, key === 'xlsx' ? 'xlsx' : 'json'),
                  }}
                  trigger={['click']}
                >
                  <Button size="small">导出</Button>
                </Dropdown>
                {library?.own.includes(id) && (
                  <Popconfirm
                    title={`移走“${title} ${edition}”？`}
                    description="文件移到“已删除”文件夹；用它建立的自评各有一份标准，不受影响。"
                    okText="移走"
                    cancelText="取消"
                    onConfirm={() => void remove(id)}
                  >
                    <Button size="small" danger>
                      移除
                    </Button>
                  </Popconfirm>
                )}
              </Space>
            ),
          },
        ]}
      />
    </main>
  );
}
