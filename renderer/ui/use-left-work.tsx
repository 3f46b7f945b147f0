import { App } from 'antd';
import { useEffect, useRef } from 'react';
import type { LeftWork } from '../../shared/contract/contract.ts';
import { call } from './call/client.ts';
import { showTime } from './show.ts';

/** What was cut off is said at the start, when the page was loaded anew, and whenever a desk is opened, until it was read. */
export function useLeftWork(deskId: string | undefined): void {
  const { modal } = App.useApp();
  const isNew = useRef(true);
  const shown = useRef<{ destroy: () => void }>(undefined);
  useEffect(() => {
    if (!isNew.current && deskId === undefined) return;
    const asked = call('leftWork', { isNew: isNew.current });
    isNew.current = false;
    void asked.then(({ left }) => {
      shown.current?.destroy();
      if (left.length === 0) return;
      shown.current = modal.warning({
        title: '上次离开时，有工作可能没有做完',
        content: (
          <>
            <ul className="ui-notes">
              {left.map((work, index) => (
                <li key={index}>{wordsOf(work)}</li>
              ))}
            </ul>
            <p>
              已经保存、加入和导出的都在；没有做完的不会算进去，打开时自动清理。请看一下，需要时再做一次。
            </p>
          </>
        ),
        okText: '知道了',
        onOk: () => void call('forgetLeftWork', {}).catch(console.warn),
      });
    }, console.warn);
  }, [modal, deskId]);
}

function wordsOf({ title, of, since, files, taken = 0 }: LeftWork): string {
  const what =
    files === undefined
      ? title
      : `${title}中途停止：${files} 个文件中收下 ${taken} 个，有 ${files - taken} 个没有收，请再次选择同样的文件`;
  return `${[of, what].filter(Boolean).join('：')}（${showTime(since)} 开始）`;
}
