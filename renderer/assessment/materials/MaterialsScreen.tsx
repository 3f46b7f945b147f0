import { Button, Modal, Space } from 'antd';
import { useState } from 'react';
import type { ChosenFile } from '../../ui/call/files.ts';
import { useFileTarget } from '../../ui/intake/targets.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useOpen } from '../../state/derived.ts';
import { MaterialCard } from './MaterialCard.tsx';

/** 材料: what the campaign asks for beside the scores. */
export function MaterialsScreen() {
  const { campaign } = useOpen().assessment;
  const { materials } = campaign;
  /** Files that were let go on no card: which one are they for? */
  const [asking, setAsking] = useState<readonly ChosenFile[]>();
  const [handed, setHanded] = useState<{ code: string; files: readonly ChosenFile[] }>();
  const [only] = materials.length === 1 ? materials : [];
  const take = (files: readonly ChosenFile[]): void =>
    only ? setHanded({ code: only.code, files }) : setAsking(files);
  useFileTarget(
    'screen',
    materials.length === 0
      ? undefined
      : () => ({ words: only ? `松开，添加到${only.title}` : '松开，再选是哪一份材料', take }),
  );
  return (
    <div className="ui-page">
      <div className="ui-page-title">
        <h2>材料</h2>
        <span className="ui-muted">{campaign.title}</span>
      </div>
      {materials.length === 0 && <EmptyState text="这个活动不要求另交材料。" />}
      {materials.map((requirement) => (
        <MaterialCard
          key={requirement.code}
          requirement={requirement}
          handed={handed?.code === requirement.code ? handed.files : undefined}
        />
      ))}
      {asking && (
        <Modal
          open
          title={`${nameOf(asking)}是哪一份材料？`}
          footer={null}
          onCancel={() => setAsking(undefined)}
        >
          <Space wrap>
            {materials.map(({ code, title }) => (
              <Button
                key={code}
                onClick={() => {
                  setHanded({ code, files: asking });
                  setAsking(undefined);
                }}
              >
                {title}
              </Button>
            ))}
          </Space>
        </Modal>
      )}
    </div>
  );
}

function nameOf(files: readonly ChosenFile[]): string {
  const [first] = files;
  return files.length === 1 && first ? `“${first.name}”` : `这 ${files.length} 个文件`;
}
