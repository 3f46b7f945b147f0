import { PrinterOutlined } from '@ant-design/icons';
import { Button, Descriptions, Space, Tag } from 'antd';
import { useState } from 'react';
import { packageName } from '../../../shared/standard/basis.ts';
import type { ExportResult } from '../../../shared/contract/contract.ts';
import { MadeFileActions } from '../../ui/MadeFileActions.tsx';
import { useCommand } from '../../ui/commands.ts';
import { showBytes } from '../../ui/show.ts';
import { useOpen } from '../../state/derived.ts';
import { useHost } from '../../ui/call/host-store.ts';
import { SealSheet } from './SealSheet.tsx';
import './export.css';

export function ExportSuccess({ result }: { result: ExportResult }) {
  const isDesktop = useHost((state) => state.info?.door) === 'desktop';
  const [printing, setPrinting] = useState(false);
  // What is printed of an export is its 封签单.
  useCommand('print', () => setPrinting(true));
  const { draft, revision, previousRevision } = result;
  const name = packageName(useOpen().standard);

  return (
    <section className="ui-export-success ui-stack" aria-label="导出成功">
      <h3>
        ✓ {name}
        {draft ? '草稿' : ''}导出成功，已重新打开核对，内容完好
        {draft && <Tag color="orange">草稿</Tag>}
      </h3>
      <div className="export-seal-code">
        <span className="ui-muted">封签码</span>
        <strong>{result.sealCode}</strong>
      </div>
      <Descriptions
        size="small"
        column={1}
        items={[
          { key: 'file', label: '文件', children: result.fileName },
          { key: 'folder', label: '位置', children: result.folder },
          { key: 'size', label: '大小', children: `${showBytes(result.bytes)}，${result.files} 个文件` },
          {
            key: 'revision',
            label: '版次',
            children: `第 ${revision} 版${previousRevision === undefined ? '' : `（上一版：第 ${previousRevision} 版）`}`,
          },
        ]}
      />
      {result.repeated && <p>内容与第 {revision} 版相同，导出的是同一个包，封签码不变。</p>}
      <Space>
        {isDesktop ? (
          <MadeFileActions token={result.token} primary />
        ) : (
          <Button type="primary" href={`download/${result.token}`}>
            下载
          </Button>
        )}
        <Button icon={<PrinterOutlined aria-hidden />} onClick={() => setPrinting(true)}>
          打印封签单
        </Button>
      </Space>
      {printing && <SealSheet result={result} onClose={() => setPrinting(false)} />}
    </section>
  );
}
