import { App, Button, Modal, Space } from 'antd';
import { type RefObject, useState } from 'react';
import { useArea } from '../ui/area-store.ts';
import { type ChosenFile, isFor } from '../ui/call/files.ts';
import { handTable } from '../ui/intake/handed-table.ts';
import { useFileTarget } from '../ui/intake/targets.ts';

export interface TakesPackages {
  readonly take: (files: readonly ChosenFile[]) => void;
}

interface Props {
  readonly verifying: RefObject<TakesPackages | null>;
  readonly opening: RefObject<TakesPackages | null>;
}

/** What is let go on 首页: packages are verified or opened, a table is a standard to import; nothing else has a place here. */
export function HomeIntake({ verifying, opening }: Props) {
  const { message } = App.useApp();
  const [asked, setAsked] = useState<ChosenFile>();
  useFileTarget('screen', () => ({
    words: '松开：推荐包校验或打开，标准、推荐活动导入',
    take: (files) => {
      const packages = files.filter((file) => isFor('verify', file));
      const others = files.filter((file) => !packages.includes(file));
      const [first, second] = files;
      const isOne = first && !second && (packages.length === 1 || isForLibrary(first));
      if (isOne) setAsked(first);
      else if (packages.length > 0) verifying.current?.take(packages);
      if (others.length > 0 && !isOne) {
        message.warning(
          `首页收推荐包（.zip）、一份标准表格或一个推荐活动，${named(others)}没有用上。佐证材料请先打开自评，再放。`,
        );
      }
    },
  }));
  if (!asked) return null;
  const close = (): void => setAsked(undefined);
  const go = (where: () => void) => () => {
    close();
    where();
  };
  return (
    <Modal open title={`“${asked.name}”用来做什么？`} footer={null} onCancel={close}>
      <Space wrap>
        {isFor('verify', asked) ? (
          <>
            <Button type="primary" onClick={go(() => verifying.current?.take([asked]))}>
              校验这个推荐包
            </Button>
            <Button onClick={go(() => opening.current?.take([asked]))}>打开这个推荐包</Button>
          </>
        ) : (
          <Button
            type="primary"
            onClick={go(() => {
              handTable(asked);
              useArea.getState().goTo('standards');
            })}
          >
            {isFor('campaign', asked) ? '作为推荐活动导入' : '作为标准导入'}
          </Button>
        )}
        <Button onClick={close}>不用</Button>
      </Space>
    </Modal>
  );
}

const isForLibrary = (file: ChosenFile) => isFor('standard', file) || isFor('campaign', file);

function named(files: readonly ChosenFile[]): string {
  const names = files.slice(0, 3).map(({ name }) => `“${name}”`);
  return `${names.join('、')}${files.length > 3 ? `等 ${files.length} 个文件` : ''}`;
}
