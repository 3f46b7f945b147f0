import { App, Button, Modal, Space } from 'antd';
import { type RefObject, useState } from 'react';
import { FILE_CHOICES } from '../../shared/contract/contract.ts';
import { useArea } from '../ui/area-store.ts';
import type { ChosenFile } from '../ui/call/files.ts';
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
    words: '松开：推荐包校验或打开，表格导入为标准',
    take: (files) => {
      const packages = files.filter((file) => isOneOf(file, 'verify'));
      const others = files.filter((file) => !packages.includes(file));
      const [first, second] = files;
      if (first && !second && (packages.length === 1 || isOneOf(first, 'standard'))) setAsked(first);
      else if (packages.length > 0) verifying.current?.take(packages);
      if (others.length > 0 && !(files.length === 1 && first && isOneOf(first, 'standard'))) {
        message.warning(
          `首页收推荐包（.zip）或一份标准表格，${named(others)}没有用上。佐证材料请先打开自评，再放。`,
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
        {isOneOf(asked, 'verify') ? (
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
            作为标准导入
          </Button>
        )}
        <Button onClick={close}>不用</Button>
      </Space>
    </Modal>
  );
}

function isOneOf({ name }: ChosenFile, purpose: 'verify' | 'standard'): boolean {
  const ending = name.split('.').at(-1)?.toLowerCase() ?? '';
  return FILE_CHOICES[purpose].kinds.some(({ endings }) => endings.some((each) => each === ending));
}

function named(files: readonly ChosenFile[]): string {
  const names = files.slice(0, 3).map(({ name }) => `“${name}”`);
  return `${names.join('、')}${files.length > 3 ? `等 ${files.length} 个文件` : ''}`;
}
